import { escapePointer } from "../contract/json-pointer.js";
import { readDeepMembers } from "./deep-members.js";
import { isJson } from "./media-type.js";
import { parseJson } from "./parse-json.js";
import { readItems, readStyled } from "./parameter-styles.js";
import { schemaValidator } from "./schemas.js";
import { shapeOf } from "./shape.js";
import { createViolation } from "./violations.js";
/** Reads one parameter, whose text is decoded in the way of its place; adds what is wrong with it to a list. */
export class ParameterReader {
    name;
    required;
    spot;
    /** The names in a query that belong to this parameter; those in brackets aside. */
    queryNames;
    #parameter;
    #styled;
    #schema;
    #validate;
    constructor(parameter, decode) {
        const { name, required, style, explode, schema } = parameter;
        this.name = name;
        this.required = required;
        this.spot = { in: parameter.in, pointer: `/${escapePointer(name)}` };
        this.#parameter = parameter;
        this.#styled = { name, style, explode, shape: shapeOf(schema), decode };
        this.#schema = schema;
        this.#validate = schema === undefined ? undefined : schemaValidator(schema, 'request');
        this.queryNames = this.#isSpread() ? this.#styled.shape.names : [name];
    }
    /** Reads it from a text that is all of it. */
    readText(text, violations) {
        if (text === '' && this.#parameter.allowEmptyValue)
            return text;
        return this.#check(this.#parameter.mediaType === undefined ? readStyled(text, this.#styled) : this.#readContent(text), text, violations);
    }
    /** Reads it from a query; `undefined` if it is not there. */
    readPairs(pairs, declared, violations) {
        const { style, explode, shape } = this.#styled;
        if (this.#parameter.mediaType === undefined) {
            if (style === 'deepObject')
                return this.#checkPresent(readDeepMembers(this.name, pairs, shape), violations);
            if (this.#isSpread())
                return this.#checkPresent(this.#readSpread(pairs, declared), violations);
        }
        const texts = pairs.get(this.name);
        const [text] = texts ?? [];
        if (texts === undefined || text === undefined)
            return undefined;
        if (this.#parameter.mediaType === undefined && explode && shape.kinds.has('array') && (texts.length > 1 || !isMixed(shape.kinds))) {
            return this.#check(readItems(texts, this.#styled), text, violations);
        }
        if (texts.length === 1)
            return this.readText(text, violations);
        violations.add(createViolation(this.spot, { rule: 'style', expected: 'be given once' }, texts));
        return undefined;
    }
    /** An exploded object has no name of its own in a query: each of its members is one of the query's. */
    #isSpread() {
        const { style, explode, shape: { kinds } } = this.#styled;
        return this.#parameter.in === 'query' && style === 'form' && explode && kinds.has('object') && !kinds.has('array') && !isMixed(kinds);
    }
    #readSpread(pairs, declared) {
        const { shape, decode } = this.#styled;
        const members = [];
        for (const [name, texts] of pairs) {
            const isMine = shape.names.includes(name) || (shape.isOpen && !declared.has(name) && name !== '__proto__');
            const styled = { ...this.#styled, name, shape: shape.member(name), decode: (text) => decode(text) ?? text };
            const reading = texts.length > 1 || styled.shape.kinds.has('array') ? readItems(texts, styled) : readStyled(texts[0] ?? '', styled);
            if (isMine && reading.kind === 'value')
                members.push([name, reading.value]);
        }
        return members.length === 0 ? undefined : Object.fromEntries(members);
    }
    #readContent(text) {
        const decoded = this.#styled.decode(text);
        if (decoded === undefined)
            return { kind: 'malformed', expected: 'be percent-encoded UTF-8' };
        if (!isJson(this.#parameter.mediaType ?? ''))
            return { kind: 'value', value: decoded };
        const reading = parseJson(decoded);
        return reading.kind === 'value' ? { kind: 'value', value: reading.value } : { kind: 'malformed', expected: 'be JSON' };
    }
    #checkPresent(value, violations) {
        return value === undefined ? undefined : this.#check({ kind: 'value', value }, '', violations);
    }
    #check(reading, text, violations) {
        if (reading.kind === 'malformed') {
            violations.add(createViolation(this.spot, { rule: 'malformed', expected: reading.expected }, text));
            return undefined;
        }
        const errors = this.#validate?.(reading.value);
        if (errors !== undefined && this.#schema !== undefined)
            violations.addErrors(errors, this.#schema, this.spot);
        return reading.value;
    }
}
function isMixed(kinds) {
    return ['string', 'integer', 'number', 'boolean'].some(kind => kinds.has(kind));
}
