import { escapePointer } from "../contract/json-pointer.js";
import { readDeepMembers } from "./deep-members.js";
import { parseJson } from "./parse-json.js";
import { isJson } from "./media-type.js";
import { readItems, readStyled } from "./parameter-styles.js";
import { decodeText, splitPairs } from "./query-string.js";
import { shapeOf } from "./shape.js";
import { createMalformed, createViolation } from "./violations.js";
/** Reads a form as the object that its schema describes: repeated names as lists, `a[b]` as members, each value by its type (OpenAPI 3.1, Encoding Object). */
export function parseForm(text, declared) {
    const shape = shapeOf(declared?.schema);
    const pairs = splitPairs(text);
    const members = new Map();
    const violations = [];
    for (const [name, texts] of pairs) {
        const owner = name.includes('[') && !shape.names.includes(name) ? name.slice(0, name.indexOf('[')) : name;
        if (members.has(owner) || owner === '__proto__')
            continue;
        const value = owner === name ? undefined : readDeepMembers(owner, pairs, shape.member(owner));
        if (value !== undefined)
            members.set(owner, value);
        else
            members.set(name, readMember(name, texts, declared, violations));
    }
    if (violations.length > 0)
        return { kind: 'malformed', violations };
    return { kind: 'value', value: Object.fromEntries(members), violations };
}
function readMember(name, texts, declared, violations) {
    const { style = 'form', explode = true, contentTypes: [contentType] = [] } = declared?.encoding[name] ?? {};
    const shape = shapeOf(declared?.schema).member(name);
    const spot = { in: 'body', pointer: `/${escapePointer(name)}` };
    const [text = ''] = texts;
    if (contentType === undefined ? isWrittenAsJson(text, shape) : isJson(contentType))
        return readJson(text, name, violations);
    const styled = { name, style, explode, shape, decode: decodeText };
    const reading = texts.length > 1 || (explode && shape.kinds.has('array')) ? readItems(texts, styled) : readStyled(text, styled);
    if (reading.kind === 'value')
        return reading.value;
    violations.push(createViolation(spot, { rule: 'malformed', expected: reading.expected }, text));
    return undefined;
}
/** Objects and lists of them are JSON where nothing else is declared, which not all clients know (OpenAPI 3.1, Encoding Object, `contentType`). */
function isWrittenAsJson(text, { items, kinds }) {
    const isStructured = kinds.has('object') || (kinds.has('array') && items.kinds.has('object'));
    return isStructured && /^(?:%7B|\{|%5B|\[)/i.test(text);
}
function readJson(text, name, violations) {
    const reading = parseJson(decodeText(text) ?? '');
    if (reading.kind === 'value')
        return reading.value;
    violations.push(createMalformed({ in: 'body', pointer: `/${escapePointer(name)}` }, 'be JSON', 'is not'));
    return undefined;
}
