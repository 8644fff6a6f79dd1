import { isObject } from "./is-object.js";
import { escapePointer } from "./json-pointer.js";
import { listExamples } from "./list-examples.js";
import { resolveRef } from "./resolve-ref.js";
/** What names responses: a status, a range of them, or the default. */
export const STATUS = /^(?:[1-5]\d\d|[1-5]XX|default)$/;
/** Lists an operation's responses, those for one status before ranges, and `default` last. */
export function listResponses(source, responses, at) {
    return namedParts(responses).flatMap(([status, part]) => {
        if (!STATUS.test(status))
            return [];
        const response = resolveRef(source.document, part, `${at}/${escapePointer(status)}`);
        if (response === undefined)
            return [];
        const { value, pointer } = response;
        return [{
                status,
                description: typeof value.description === 'string' ? value.description : '',
                pointer,
                headers: listHeaders(source, value.headers, `${pointer}/headers`),
                content: listContent(source, value.content, `${pointer}/content`)
            }];
    }).toSorted((a, b) => rank(a.status) - rank(b.status));
}
function rank(status) {
    if (status === 'default')
        return 2;
    return status.endsWith('XX') ? 1 : 0;
}
/** Reads what an operation takes as its body. */
export function readBody(source, part, at) {
    const body = part === undefined ? undefined : resolveRef(source.document, part, at);
    if (body === undefined || !isObject(body.value.content))
        return undefined;
    return { required: body.value.required === true, content: listContent(source, body.value.content, `${body.pointer}/content`) };
}
/** Makes a reference to a schema that stays where it is. */
export function toSchemaReference({ name, document }, schema, pointer) {
    if (schema === undefined)
        return undefined;
    // JSON Schema knows `true` and `false` as well; an object that means the same spares all others the case.
    const definition = (isObject(schema) ? schema : {});
    return { contract: name, document, pointer, definition };
}
function listContent(source, content, at) {
    return namedParts(content).flatMap(([name, definition]) => {
        if (name.startsWith('x-') && !name.includes('/'))
            return [];
        const pointer = `${at}/${escapePointer(name)}`;
        return [{
                name: withoutParameters(name),
                parameters: parametersIn(name),
                schema: toSchemaReference(source, definition.schema, `${pointer}/schema`),
                items: 'itemSchema' in definition ? toSchemaReference(source, definition.itemSchema, `${pointer}/itemSchema`) : undefined,
                examples: listExamples(source, definition, pointer),
                encoding: listEncodings(source, definition.encoding, `${pointer}/encoding`)
            }];
    });
}
/** `application/json; charset=utf-8` is `application/json`. */
function withoutParameters(mediaType) {
    return mediaType.replace(/;.*$/, '').trim().toLowerCase();
}
function parametersIn(mediaType) {
    const pairs = mediaType.toLowerCase().split(';').slice(1).map(part => part.trim().split('=', 2));
    return Object.fromEntries(pairs.filter(([name]) => name !== '' && name !== 'charset').map(([name, value = '']) => [name, value.replaceAll('"', '')]));
}
function listEncodings(source, encodings, at) {
    return Object.fromEntries(Object.entries(encodings ?? {}).map(([name, { contentType, headers, style, explode }]) => [name, {
            contentTypes: contentType?.split(',').map(withoutParameters) ?? [],
            headers: listHeaders(source, headers, `${at}/${escapePointer(name)}/headers`),
            style: style ?? (explode === undefined ? undefined : 'form'),
            explode: explode ?? (style ?? 'form') === 'form'
        }]));
}
function listHeaders(source, headers, at) {
    return namedParts(headers).flatMap(([name, part]) => {
        const header = resolveRef(source.document, part, `${at}/${escapePointer(name)}`);
        // "If a response header is defined with the name Content-Type, it SHALL be ignored" (3.1, Response Object).
        if (header === undefined || name.toLowerCase() === 'content-type')
            return [];
        const { value, pointer } = header;
        return [{
                name: name.toLowerCase(),
                required: value.required === true,
                explode: value.explode === true,
                schema: toSchemaReference(source, value.schema, `${pointer}/schema`),
                example: value.example ?? firstExample(source, value.examples)
            }];
    });
}
function firstExample(source, examples) {
    const [, part] = namedParts(examples)[0] ?? [];
    return part === undefined ? undefined : resolveRef(source.document, part, '')?.value.value;
}
/** The parts of a document that stand under names; what is no object is left out. */
export function namedParts(parts) {
    return isObject(parts) ? Object.entries(parts).filter(([, part]) => isObject(part)) : [];
}
