import { freeName } from "../contract/free-name.js";
import { parsePointer } from "../contract/json-pointer.js";
import { pascal } from "../contract/pascal.js";
/** Gives names to the schemas that are referred to, in the order in which they are. */
export class TypeNames {
    #taken;
    #byPlace = new Map();
    constructor(reserved) {
        this.#taken = new Set(reserved);
    }
    /** The name of the schema at a pointer: `MewsExport`. */
    of(source, pointer) {
        const place = `${source.name}#${pointer}`;
        let named = this.#byPlace.get(place);
        if (named === undefined)
            this.#byPlace.set(place, named = { name: this.#free(pascal(source.name) + lastName(pointer)), source, pointer });
        return named.name;
    }
    /** Every name that was given, those too that are given while they are listed. */
    all() {
        return this.#byPlace.values();
    }
    #free(wanted) {
        const name = freeName(wanted, name => this.#taken.has(name));
        this.#taken.add(name);
        return name;
    }
}
function lastName(pointer) {
    return pascal(parsePointer(pointer)?.at(-1) ?? '');
}
