/** The most errors that are found in the items of a list or the members of an object. */
export const MAX_ERRORS = 5_000

/** The longest name in the pointer of an error, in characters. */
const MAX_NAME = 200

/**
 * Bounds the work of code that Ajv generates: a client chooses how many items and members a message
 * has, and how long their names are. A loop over them ends once it has found many errors, and a name
 * is cut off before it is escaped for a pointer. A loop for `contains` stays as it is: its errors are none
 * if one item fits.
 */
export function boundErrors (code: string): string {
  return code
    .replaceAll(ITEMS_LOOP, `$1const before$4 = errors;$2; $3 && errors - before$4 < ${MAX_ERRORS}; $4++`)
    .replaceAll(MEMBERS_LOOP, `const before$2 = errors;$1if(errors - before$2 >= ${MAX_ERRORS})break;`)
    .replaceAll('.replace(/~/g, "~0")', `.slice(0, ${MAX_NAME}).replace(/~/g, "~0")`)
}

/** `let valid1 = true;const len0 = data.length;for(let i0=0; i0<len0; i0++`, or `if(!valid0){for(…` */
const ITEMS_LOOP =
  /(let valid\d+ = true;const len\d+ = \w+\.length;|if\(!valid\d+\)\{)(for\(let i\d+=\w+); ((i\d+)<len\d+); \4\+\+/g

/** `for(const key0 in data){`, or `for(const key0 of Object.keys(data)){` */
const MEMBERS_LOOP = /(for\(const (key\d+) (?:in \w+|of Object\.keys\(\w+\))\)\{)/g
