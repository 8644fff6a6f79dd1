/** How a world's time goes: `running` is real time plus an offset, `frozen` stands still until it is moved. */
export type ClockMode = 'running' | 'frozen';
/** What reads the real time, in milliseconds since 1970. Tests give their own. */
export type SystemTime = () => number;
/** A world's clock. It can be advanced, frozen and set going, never turned back. */
export declare class Clock {
    #private;
    /** Starts running at `startsAt`, in milliseconds since 1970; at the real time where it is left out. */
    constructor(startsAt?: number, system?: SystemTime);
    get mode(): ClockMode;
    /** The world's time in milliseconds since 1970. */
    now(): number;
    freeze(): void;
    run(): void;
    /** Moves to an instant; one that is already past leaves the clock where it is. */
    moveTo(instant: number): void;
}
/** The real time in milliseconds since 1970. */
export declare function systemTime(): number;
/** A steady real time in milliseconds, for measuring how long something took. */
export declare function stopwatch(): number;
/** Calls back after a real delay, at the earliest; answers a function that calls it off. It keeps the process alive only where it is told to. */
export declare function setTimer(milliseconds: number, callback: () => void, { keepsAlive }?: {
    keepsAlive?: boolean | undefined;
}): () => void;
/** Resolves after a real delay. */
export declare function pause(milliseconds: number): Promise<void>;
/** Reads an RFC 3339 date-time; `undefined` where the text is none. */
export declare function parseInstant(text: string): number | undefined;
/** Milliseconds since 1970 as RFC 3339 in UTC, with milliseconds. */
export declare function formatInstant(instant: number): string;
/** Milliseconds since 1970 as RFC 3339 in UTC, in whole seconds: `2026-01-01T00:00:00Z`. */
export declare function formatSeconds(instant: number): string;
/** Milliseconds since 1970 as HTTP writes dates (IMF-fixdate, RFC 9110 section 5.6.7). */
export declare function formatHttpDate(instant: number): string;
