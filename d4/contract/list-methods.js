import { METHODS } from "./contract.js";
import { isObject } from "./is-object.js";
import { escapePointer } from "./json-pointer.js";
/** The methods that a server can read beside `METHODS`: Node's parser knows no others. */
export const ADDITIONAL_METHODS = new Set([
    'ACL', 'BIND', 'CHECKOUT', 'COPY', 'LINK', 'LOCK', 'M-SEARCH', 'MERGE', 'MKACTIVITY', 'MKCALENDAR', 'MKCOL', 'MOVE', 'NOTIFY', 'PROPFIND',
    'PROPPATCH', 'PURGE', 'REBIND', 'REPORT', 'SEARCH', 'SOURCE', 'SUBSCRIBE', 'UNBIND', 'UNLINK', 'UNLOCK', 'UNSUBSCRIBE'
]);
/** Lists the operations of a path item, those with methods of their own names (OpenAPI 3.2) last. */
export function listMethods({ value, pointer }) {
    const fixed = METHODS.filter(method => value[method] !== undefined)
        .map(method => ({ method: method.toUpperCase(), pointer: `${pointer}/${method}`, definition: value[method] }));
    if (!isObject(value.additionalOperations))
        return fixed;
    const additional = Object.entries(value.additionalOperations).filter(([method]) => ADDITIONAL_METHODS.has(method))
        .map(([method, definition]) => ({ method, pointer: `${pointer}/additionalOperations/${escapePointer(method)}`, definition }));
    return [...fixed, ...additional];
}
