import { parseDuration } from "../worlds/duration.js";
import { keyOf } from "../worlds/indexed-resources.js";
/** Counts uses of an API by a key, within a window that begins with the first. */
export class Limit {
    declared;
    constructor(declared) {
        this.declared = declared;
    }
    /** How many uses a window allows in this world. */
    max(scope) {
        return this.#window(scope).max;
    }
    /** What is left, without counting; everything where the request has no key. */
    usage(scope) {
        const window = this.#window(scope);
        const key = this.declared.by(scope);
        if (key === undefined)
            return { allowed: true, remaining: window.max, reset: undefined };
        return scope.world.store.usage(this.declared.id, keyOf([key]), window, scope.now);
    }
    /** Counts one use; `undefined` where the limit is off in this world or the request has no key. */
    count(scope) {
        const { enabled = this.declared.enabled } = scope.world.settings.limits[this.declared.id] ?? {};
        if (!enabled)
            return undefined;
        const key = this.declared.by(scope);
        if (key === undefined)
            return undefined;
        return scope.world.store.count(this.declared.id, keyOf([key]), this.#window(scope), scope.now);
    }
    #window({ world }) {
        const own = world.settings.limits[this.declared.id];
        const { max, ms } = this.declared.window;
        if (own === undefined)
            return this.declared.window;
        return { max: own.max ?? max, ms: own.per === undefined ? ms : parseDuration(own.per) ?? ms };
    }
}
