import type { Clock } from './clock.ts';
/** Something that must happen at an instant of a world's clock. */
export interface Appointment {
    readonly at: number;
    /** Does what is due. What goes wrong with it is its own to record: a rejection is passed over. */
    readonly keep: () => Promise<void>;
}
/** What is due in a world. While the clock runs, one timer waits for the next appointment. */
export declare class Agenda {
    #private;
    constructor(clock: Clock);
    /** Adds an appointment; one that is due already is kept at once, whether the clock runs or not. */
    add(appointment: Appointment): void;
    remove(appointment: Appointment): void;
    /** When the next thing is due, in milliseconds since 1970; `undefined` where nothing is. */
    next(): number | undefined;
    clear(): void;
    /** Moves the clock to an instant, stopping on the way at each appointment until it is kept. One such walk at a time. */
    advanceTo(instant: number): Promise<void>;
    /** Sets the timer anew; to be called when the clock was changed. */
    rearm(): void;
}
