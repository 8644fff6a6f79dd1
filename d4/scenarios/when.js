import { isObject } from "../contract/is-object.js";
import { withLowerCaseNames } from "../validation/lower-case-names.js";
/** The parts of a request that can be matched. */
export const PARTS = ['path', 'query', 'headers', 'cookies', 'body'];
/**
 * Compiles what a request must have. Of an object, the members that are given must match; a list must match item by item;
 * all else must be equal. What travels as text in a request may be given as text or as a number. In an exact part,
 * objects have no other members.
 */
export function compileWhen(when, schemas = {}) {
    const tests = PARTS.flatMap(part => {
        const expected = part === 'headers' && when.headers !== undefined ? withLowerCaseNames(when.headers) : when[part];
        const fits = schemas[part];
        const holds = expected === undefined ? undefined : compileValue(expected, { textual: part !== 'body', exact: when.exact?.includes(part) ?? false });
        return [holds, fits].filter(test => test !== undefined).map(test => ({ part, test }));
    });
    const statuses = when.resource === undefined ? undefined : new Set([when.resource.status].flat());
    return (request, statusOf) => {
        if (!tests.every(({ part, test }) => test(request[part])))
            return false;
        return statuses === undefined || statuses.has(statusOf?.() ?? '');
    };
}
function compileValue(expected, manner) {
    if (Array.isArray(expected)) {
        const items = expected.map(item => compileValue(item, manner));
        return value => Array.isArray(value) && value.length === items.length && items.every((holds, index) => holds(value[index]));
    }
    if (isObject(expected)) {
        const members = Object.entries(expected).map(([name, member]) => [name, compileValue(member, manner)]);
        return value => isObject(value) &&
            (!manner.exact || Object.keys(value).length === members.length) &&
            members.every(([name, holds]) => Object.hasOwn(value, name) && holds(value[name]));
    }
    // A file in a form is bytes, which may be text all the same.
    if (!manner.textual)
        return value => value === expected || (Buffer.isBuffer(value) && value.toString() === expected);
    const text = String(expected);
    return value => value === expected || (isText(value) && String(value) === text);
}
/** Whether a value is one that can travel as text. */
export function isText(value) {
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
