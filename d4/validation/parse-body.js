import { isUtf8 } from 'node:buffer';
import { coerce } from "./coerce.js";
import { parseForm } from "./parse-form.js";
import { parseJson } from "./parse-json.js";
import { parseJsonSequence, parseLines } from "./parse-lines.js";
import { parseMultipart } from "./parse-multipart.js";
import { parseXml } from "./parse-xml.js";
import { FORM, charsetOf, isJson, isJsonSequence, isSequence, isXml, knownCharset, mediaTypeOf } from "./media-type.js";
import { shapeOf } from "./shape.js";
import { createMalformed } from "./violations.js";
const BODY = { in: 'body', pointer: '' };
/** Reads a body by its content type: JSON, XML, a form, parts, lines or text; bytes of other types stay bytes. What the contract declares for it helps to read it. */
export function parseBody(bytes, contentType, declared) {
    const mediaType = mediaTypeOf(contentType);
    // JSON is UTF-8, whatever a charset says (RFC 8259, section 8.1).
    if (isJson(mediaType))
        return isUtf8(bytes) ? parseJson(bytes.toString('utf8')) : { kind: 'malformed', violations: [createNotUtf8(bytes)] };
    if (mediaType.startsWith('multipart/'))
        return parseMultipart(bytes, contentType, declared);
    const read = readerOf(mediaType);
    if (read === undefined)
        return { kind: 'value', value: bytes, violations: [] };
    const charset = charsetOf(contentType) ?? (isXml(mediaType) ? statedEncoding(bytes) : undefined);
    const text = decode(bytes, charset);
    return text === undefined ? { kind: 'malformed', violations: [createNotUtf8(bytes)] } : read(text, declared);
}
function readerOf(mediaType) {
    if (mediaType === FORM)
        return parseForm;
    if (isXml(mediaType))
        return parseXml;
    if (isSequence(mediaType))
        return isJsonSequence(mediaType) ? parseJsonSequence : parseLines;
    return mediaType.startsWith('text/') ? parseText : undefined;
}
/** A text may be a number to its schema. */
function parseText(text, declared) {
    return { kind: 'value', value: declared?.schema === undefined ? text : coerce(text, shapeOf(declared.schema)), violations: [] };
}
/** What an XML text says of itself (XML 1.0, section 4.3.3); a charset of the header goes before it (RFC 7303, section 3). */
function statedEncoding(bytes) {
    return /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)/.exec(bytes.toString('latin1', 0, 200))?.[1]?.toLowerCase();
}
function decode(bytes, charset) {
    const known = knownCharset(charset);
    if (known === 'latin1')
        return bytes.toString('latin1');
    return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}
function createNotUtf8(bytes) {
    const before = bytes.toString('utf8').split('\uFFFD', 1)[0] ?? '';
    return createMalformed(BODY, 'be UTF-8', `byte ${Buffer.byteLength(before) + 1} begins what is not`);
}
