import { isObject } from "../contract/is-object.js";
import { escapePointer } from "../contract/json-pointer.js";
import { PARTS } from "../scenarios/when.js";
import { withLowerCaseNames } from "../validation/lower-case-names.js";
import { shortJson } from "../validation/short-json.js";
import { schemaValidator } from "../validation/schemas.js";
import { ViolationList } from "../validation/violation-list.js";
import { maskMember } from "./mask.js";
/** The longest value that is shown as it is, in characters of JSON. */
const LONGEST = 500;
/** Lists what of a request is not as it should be. */
export function whenDifferences(when, request) {
    return PARTS.flatMap(part => {
        const expected = part === 'headers' && when.headers !== undefined ? withLowerCaseNames(when.headers) : when[part];
        const schema = when.schemas?.[part];
        const manner = { textual: part !== 'body', exact: when.exact?.includes(part) ?? false };
        return [
            ...expected === undefined ? [] : compare(expected, request[part], { where: part, name: '', manner }),
            ...schema === undefined ? [] : schemaDifferences(schema, request[part], part)
        ];
    });
}
function compare(expected, actual, spot) {
    if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
        return expected.flatMap((item, index) => compare(item, actual[index], within(spot, String(index))));
    }
    if (isObject(expected) && isObject(actual))
        return compareMembers(expected, actual, spot);
    return isSame(expected, actual, spot.manner) ? [] : [differenceAt(spot, expected, actual)];
}
function compareMembers(expected, actual, spot) {
    const differing = Object.entries(expected).flatMap(([name, member]) => compare(member, Object.hasOwn(actual, name) ? actual[name] : undefined, within(spot, name)));
    if (!spot.manner.exact)
        return differing;
    const extra = Object.keys(actual).filter(name => !Object.hasOwn(expected, name));
    return [...differing, ...extra.map(name => differenceAt(within(spot, name), undefined, actual[name]))];
}
function isSame(expected, actual, { textual }) {
    if (expected === actual)
        return true;
    return textual && actual !== undefined && typeof expected !== 'object' && typeof actual !== 'object' && String(expected) === String(actual);
}
function within({ manner, where }, name) {
    return { where: `${where}${where.includes(' ') ? '' : ' '}/${escapePointer(name)}`, name, manner };
}
function differenceAt({ name, where }, expected, actual) {
    return {
        where,
        ...expected === undefined ? {} : { expected: shown(expected, name) },
        ...actual === undefined ? {} : { actual: shown(actual, name) }
    };
}
function shown(value, name) {
    const masked = maskMember(name, value);
    const text = Buffer.isBuffer(masked) ? undefined : JSON.stringify(masked);
    return text !== undefined && text.length <= LONGEST ? masked : shortJson(masked, name);
}
function schemaDifferences(definition, value, part) {
    if (typeof definition === 'boolean')
        return definition ? [] : [{ where: part, expected: 'not be there' }];
    const document = { openapi: '3.1.0', info: { title: '', version: '' }, paths: {}, schema: definition };
    const reference = { contract: 'expectation', document, pointer: '/schema', definition };
    const errors = schemaValidator(reference)(value);
    if (errors === undefined)
        return [];
    const violations = new ViolationList();
    violations.addErrors(errors, reference, { in: 'body', pointer: '' });
    return violations.list().map(({ actual, expected, pointer }) => ({ where: pointer === '' ? part : `${part} ${pointer}`, expected, ...actual === undefined ? {} : { actual } }));
}
