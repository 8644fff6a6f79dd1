import { getByPointer } from "../contract/json-pointer.js";
import { PARTS } from "../scenarios/when.js";
import { partsOf } from "./parts-of.js";
/** The form of a member's name, as a regular expression: a part, a dot, and a JSON pointer, such as `body./EntityType`. */
export const MEMBER_NAME = `^(${PARTS.join('|')})\\./.*$`;
/** Reads `body./EntityType=Payment`; `undefined` where the name is none of a member. */
export function toMemberFilter(name, text) {
    const part = PARTS.find(part => name.startsWith(`${part}./`));
    if (part === undefined)
        return undefined;
    const pointer = name.slice(part.length + 1);
    return { part, pointer: part === 'headers' ? pointer.toLowerCase() : pointer, text };
}
/** Tells whether the request of an exchange has a member with that value. */
export function hasMember(exchange, { part, pointer, text }) {
    const value = getByPointer(partsOf(exchange)[part], pointer);
    return value !== undefined && (typeof value === 'string' ? value : JSON.stringify(value)) === text;
}
