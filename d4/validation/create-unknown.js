import { nearest } from "../contract/nearest.js";
const MAX_KNOWN = 20;
/** Says that a word is not known, and which is nearest: `body /status must be a status of mews.Export, but is "Sucess" (did you mean "Success"?)`. */
export function createUnknown(spot, { known, what, word }) {
    const words = [...known];
    const expected = `be ${what}`;
    const actual = JSON.stringify(word.slice(0, 80));
    return { in: spot.in, pointer: spot.pointer, rule: 'unknown', expected, actual, message: `${spot.in} ${spot.pointer} must ${expected}, but is ${actual}${hint(word, words)}` };
}
/** What to do about an unknown word, to be put after it: ` (did you mean "Success"?)`. */
export function hint(word, known) {
    const near = nearest(word, known);
    if (near !== undefined)
        return ` (did you mean ${JSON.stringify(near)}?)`;
    if (known.length === 0)
        return ' (there is none)';
    return ` (known: ${known.slice(0, MAX_KNOWN).join(', ')}${known.length > MAX_KNOWN ? ' …' : ''})`;
}
