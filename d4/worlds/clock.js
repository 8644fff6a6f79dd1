/** The longest delay that timers of the platform can take, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;
/** A world's clock. It can be advanced, frozen and set going, never turned back. */
export class Clock {
    #system;
    #offset;
    #frozenAt;
    /** Starts running at `startsAt`, in milliseconds since 1970; at the real time where it is left out. */
    constructor(startsAt, system = systemTime) {
        this.#system = system;
        this.#offset = startsAt === undefined ? 0 : startsAt - system();
    }
    get mode() {
        return this.#frozenAt === undefined ? 'running' : 'frozen';
    }
    /** The world's time in milliseconds since 1970. */
    now() {
        return this.#frozenAt ?? this.#system() + this.#offset;
    }
    freeze() {
        this.#frozenAt = this.now();
    }
    run() {
        this.#offset = this.now() - this.#system();
        this.#frozenAt = undefined;
    }
    /** Moves to an instant; one that is already past leaves the clock where it is. */
    moveTo(instant) {
        const ahead = instant - this.now();
        if (ahead <= 0)
            return;
        if (this.#frozenAt === undefined)
            this.#offset += ahead;
        else
            this.#frozenAt = instant;
    }
}
/** The real time in milliseconds since 1970. */
export function systemTime() {
    return Date.now();
}
/** A steady real time in milliseconds, for measuring how long something took. */
export function stopwatch() {
    return performance.now();
}
/** Calls back after a real delay, at the earliest; answers a function that calls it off. It keeps the process alive only where it is told to. */
export function setTimer(milliseconds, callback, { keepsAlive = false } = {}) {
    const timer = setTimeout(callback, Math.min(Math.max(0, milliseconds), LONGEST_TIMER));
    if (!keepsAlive)
        timer.unref();
    return () => clearTimeout(timer);
}
/** Resolves after a real delay. */
export function pause(milliseconds) {
    return new Promise(resolve => setTimeout(resolve, milliseconds));
}
/** Reads an RFC 3339 date-time; `undefined` where the text is none. */
export function parseInstant(text) {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(text))
        return undefined;
    const instant = Date.parse(text);
    // Date.parse would take the 30th of February for the 2nd of March.
    const date = text.slice(0, 10);
    if (Number.isNaN(instant) || formatInstant(Date.parse(date)).slice(0, 10) !== date)
        return undefined;
    return instant;
}
/** Milliseconds since 1970 as RFC 3339 in UTC, with milliseconds. */
export function formatInstant(instant) {
    return new Date(instant).toISOString();
}
/** Milliseconds since 1970 as RFC 3339 in UTC, in whole seconds: `2026-01-01T00:00:00Z`. */
export function formatSeconds(instant) {
    return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
/** Milliseconds since 1970 as HTTP writes dates (IMF-fixdate, RFC 9110 section 5.6.7). */
export function formatHttpDate(instant) {
    return new Date(instant).toUTCString();
}
