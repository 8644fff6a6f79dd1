import { setTimer } from "./clock.js";
/** What is due in a world. While the clock runs, one timer waits for the next appointment. */
export class Agenda {
    #clock;
    #appointments = [];
    #callOff;
    #advancing = Promise.resolve();
    constructor(clock) {
        this.#clock = clock;
    }
    /** Adds an appointment; one that is due already is kept at once, whether the clock runs or not. */
    add(appointment) {
        const after = this.#appointments.findIndex(other => other.at > appointment.at);
        this.#appointments.splice(after === -1 ? this.#appointments.length : after, 0, appointment);
        if (appointment.at <= this.#clock.now())
            this.advanceTo(appointment.at);
        else
            this.rearm();
    }
    remove(appointment) {
        const index = this.#appointments.indexOf(appointment);
        if (index !== -1)
            this.#appointments.splice(index, 1);
        this.rearm();
    }
    /** When the next thing is due, in milliseconds since 1970; `undefined` where nothing is. */
    next() {
        return this.#appointments[0]?.at;
    }
    clear() {
        this.#appointments.length = 0;
        this.rearm();
    }
    /** Moves the clock to an instant, stopping on the way at each appointment until it is kept. One such walk at a time. */
    advanceTo(instant) {
        this.#advancing = this.#advancing.then(() => this.#walkTo(instant));
        return this.#advancing;
    }
    /** Sets the timer anew; to be called when the clock was changed. */
    rearm() {
        this.#callOff?.();
        this.#callOff = undefined;
        const next = this.next();
        if (next === undefined || this.#clock.mode === 'frozen')
            return;
        this.#callOff = setTimer(next - this.#clock.now(), () => { this.advanceTo(this.#clock.now()); });
    }
    async #walkTo(instant) {
        for (let next = this.#appointments[0]; next !== undefined && next.at <= instant; next = this.#appointments[0]) {
            this.#appointments.shift();
            this.#clock.moveTo(next.at);
            await next.keep().catch(() => { });
        }
        this.#clock.moveTo(instant);
        this.rearm();
    }
}
