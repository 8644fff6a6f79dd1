import { escapePointer } from "../contract/json-pointer.js";
import { parseCookies } from "./cookies.js";
import { ParameterReader } from "./parameter-reader.js";
import { decodePercent, decodeText, splitPairs } from "./query-string.js";
import { createMalformed, createMissing } from "./violations.js";
const NOTHING = Object.freeze({});
/** Makes a reader of an operation's parameters, of all styles. It never throws on what a client sends. */
export function createParametersReader({ parameters }) {
    const readPath = createPathReader(readersOf(parameters, 'path'));
    const readQuery = createQueryReader(readersOf(parameters, 'query'));
    const readHeaders = createHeadersReader(readersOf(parameters, 'header'));
    const readCookies = createCookiesReader(readersOf(parameters, 'cookie'));
    return (raw, violations) => ({
        path: readPath(raw.path, violations),
        query: readQuery(raw.query, violations),
        headers: readHeaders(raw.headers, violations),
        cookies: readCookies(raw.headers.cookie, violations)
    });
}
/** In a query, a plus is a space; headers are not encoded. */
const DECODERS = { path: decodePercent, query: decodeText, header: (text) => text, cookie: decodePercent };
function readersOf(parameters, place) {
    return parameters.filter(parameter => parameter.in === place).map(parameter => new ParameterReader(parameter, DECODERS[place]));
}
function createPathReader(readers) {
    return (source, violations) => {
        if (readers.length === 0)
            return NOTHING;
        const values = {};
        for (const reader of readers)
            values[reader.name] = readPresent(reader, source[reader.name], violations);
        return values;
    };
}
function createQueryReader(readers) {
    const declared = new Set(readers.flatMap(reader => reader.queryNames));
    const isAllOptional = readers.every(reader => !reader.required);
    return (query, violations) => {
        if (query === '' && isAllOptional)
            return NOTHING;
        const pairs = splitPairs(query);
        const values = {};
        for (const reader of readers) {
            const value = reader.readPairs(pairs, declared, violations);
            if (value !== undefined)
                values[reader.name] = value;
            else if (reader.required)
                violations.add(createMissing(reader.spot));
        }
        addUndeclared(values, pairs, declared, violations);
        return values;
    };
}
/** Contracts do not forbid further query members; scripted replies may look at them. */
function addUndeclared(values, pairs, declared, violations) {
    for (const [name, texts] of pairs) {
        if (declared.has(name) || Object.hasOwn(values, name) || name === '__proto__')
            continue;
        const decoded = texts.map(decodeText);
        if (decoded.includes(undefined))
            violations.add(createMalformed({ in: 'query', pointer: `/${escapePointer(name)}` }, 'be percent-encoded UTF-8', 'is not'));
        else
            values[name] = decoded.length === 1 ? decoded[0] : decoded;
    }
}
function createHeadersReader(readers) {
    const named = readers.map(reader => ({ reader, key: reader.name.toLowerCase() }));
    return (headers, violations) => {
        let values;
        for (const { reader, key } of named) {
            const value = readPresent(reader, textOf(headers[key]), violations);
            // Most headers are text, and stay as they are.
            if (value === headers[key])
                continue;
            values ??= { ...headers };
            values[key] = value;
        }
        return values ?? headers;
    };
}
function textOf(header) {
    return Array.isArray(header) ? header.join(', ') : header;
}
function createCookiesReader(readers) {
    return (header, violations) => {
        if (header === undefined && readers.length === 0)
            return NOTHING;
        const cookies = parseCookies(textOf(header));
        if (readers.length === 0)
            return cookies;
        const values = { ...cookies };
        for (const reader of readers) {
            const value = readPresent(reader, cookies[reader.name], violations);
            if (value !== undefined)
                values[reader.name] = value;
        }
        return values;
    };
}
function readPresent(reader, text, violations) {
    if (text !== undefined)
        return reader.readText(text, violations);
    if (reader.required)
        violations.add(createMissing(reader.spot));
    return undefined;
}
