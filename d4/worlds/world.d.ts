import { Agenda } from './agenda.ts';
import { Clock } from './clock.ts';
import { Listeners } from './listeners.ts';
import { Random } from './random.ts';
import type { Resource } from './resource.ts';
import type { Settings } from './settings.ts';
import type { ResourceIndex, Store } from './store.ts';
export interface WorldOptions {
    /** Whatever is generated in a world follows from this and its name. */
    readonly seed: number;
    /** When its clock starts, in milliseconds since 1970; the real time where it is left out. */
    readonly startsAt: number | undefined;
    readonly indexes: readonly ResourceIndex[];
    readonly maxResources: number;
    readonly maxExchanges: number;
}
/** An isolated copy of all state. */
export declare class World {
    #private;
    readonly name: string;
    readonly clock: Clock;
    readonly agenda: Agenda;
    readonly store: Store;
    readonly random: Random;
    /** Numbers whatever is generated for a reply, so that each differs and a run repeats. */
    generated: number;
    /** Numbers the exchanges of the journal. */
    exchanges: number;
    settings: Settings;
    /** Told when an exchange has been added to the journal. */
    readonly exchanged: Listeners<void>;
    /** Told when a callback was sent, or will not be. */
    readonly delivered: Listeners<void>;
    /** Told when the world ends. */
    readonly ended: Listeners<void>;
    hasEnded: boolean;
    constructor(name: string, options: WorldOptions);
    /** A seed for something of its own in this world, the same at every run. */
    seedFor(subject: string): string;
    /** Calls back when a resource is put somewhere else on its way by other means than the clock. */
    watch(watcher: (resource: Resource) => void): void;
    /** Says that a resource was put somewhere else on its way by other means than the clock. */
    moved(resource: Resource): void;
    /** Ends what it waits for, and what waits in it. */
    close(): void;
}
