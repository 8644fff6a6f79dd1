import { parsePointer } from "../contract/json-pointer.js";
import { shortJson } from "./short-json.js";
/** Says that what came is not what was expected: `body /ExportIds/3 must be a uuid, but is "abc"`. */
export function createViolation(spot, { rule, expected }, value) {
    const actual = shortJson(value, parsePointer(spot.pointer)?.at(-1));
    return { in: spot.in, pointer: spot.pointer, rule, expected, actual, message: `${toText(spot)} must ${expected}, but is ${actual}` };
}
/** Says that what came has more or fewer than expected: `body /ExportIds must have at most 1000 items, but has 1001`. */
export function createCountViolation(spot, { rule, expected }, count) {
    return { in: spot.in, pointer: spot.pointer, rule, expected, actual: String(count), message: `${toText(spot)} must ${expected}, but has ${count}` };
}
/** Says that something is not there: `body /AccessToken is required, but is missing`. */
export function createMissing(spot) {
    return { in: spot.in, pointer: spot.pointer, rule: 'required', expected: 'be present', message: `${toText(spot)} is required, but is missing` };
}
/** Says that something cannot be read: `body must be JSON, but at line 3, column 7: expected a value, but found "}"`. */
export function createMalformed(spot, expected, reason) {
    return { in: spot.in, pointer: spot.pointer, rule: 'malformed', expected, message: `${toText(spot)} must ${expected}, but ${reason}` };
}
function toText(spot) {
    const text = spot.pointer === '' ? spot.in : `${spot.in} ${spot.pointer}`;
    return spot.title === undefined ? text : `${spot.title}: ${text}`;
}
