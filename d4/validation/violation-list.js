import { toViolations } from "./to-violations.js";
/** The most that is said of one message. */
const MAX_VIOLATIONS = 100;
const NONE = [];
/** Gathers what is wrong with one message: the first hundred violations, and how many more there are. */
export class ViolationList {
    #violations;
    #more = 0;
    get isEmpty() {
        return this.#violations === undefined;
    }
    add(violation) {
        this.#violations ??= [];
        if (this.#violations.length < MAX_VIOLATIONS)
            this.#violations.push(violation);
        else
            this.#more++;
    }
    /** Adds what a schema's validator found in the part of the message at a spot. */
    addErrors(errors, reference, spot) {
        const { violations, more } = toViolations(errors, reference, { spot, max: MAX_VIOLATIONS });
        for (const violation of violations)
            this.add(violation);
        this.#more += more;
    }
    list() {
        const [first] = this.#violations ?? NONE;
        if (first === undefined || this.#violations === undefined)
            return NONE;
        if (this.#more === 0)
            return this.#violations;
        const message = `${this.#more} more violations are not listed`;
        return [...this.#violations, { in: first.in, pointer: '', rule: 'more', expected: 'keep to its contract', message }];
    }
}
