import { escapePointer, getByPointer } from "../contract/json-pointer.js";
import { isObject } from "../contract/is-object.js";
import { withLowerCaseNames } from "../validation/lower-case-names.js";
import { isText } from "./when.js";
const TEXTUAL = ['path', 'query', 'cookies', 'headers'];
/** One value that a request must have to match, and where; `undefined` where there is no plain one. */
export function stubKey(when) {
    return keyWithin(when.body, 'body ', JSON.stringify) ??
        TEXTUAL.reduce((found, part) => found ?? keyWithin(part === 'headers' ? withLowerCaseNames(when.headers ?? {}) : when[part], `${part} `, String), undefined);
}
/** The value that a request has at the place of a key. */
export function valueAt(request, place) {
    const [part = '', pointer] = place.split(/ (.*)/s, 2);
    const isBody = part === 'body';
    const value = getByPointer(isBody ? request.body : request[part], pointer ?? ''); // places are made above
    // A file in a form is matched as its text.
    if (Buffer.isBuffer(value))
        return JSON.stringify(value.toString());
    if (!isText(value))
        return undefined;
    return isBody ? JSON.stringify(value) : String(value);
}
function keyWithin(value, place, write) {
    if (isText(value))
        return { place, value: write(value) };
    // A list must match item by item, so that each of them has its place.
    if (!isObject(value) && !Array.isArray(value))
        return undefined;
    for (const [name, member] of Object.entries(value)) {
        const key = keyWithin(member, `${place}/${escapePointer(name)}`, write);
        if (key !== undefined)
            return key;
    }
    return undefined;
}
