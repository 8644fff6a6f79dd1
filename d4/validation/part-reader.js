import { isUtf8 } from 'node:buffer';
import { coerce } from "./coerce.js";
import { createHeaderCheck } from "./header-check.js";
import { charsetOf, isJson, isXml, knownCharset, mediaTypeOf, takesMediaType } from "./media-type.js";
import { parseJson } from "./parse-json.js";
import { readXml } from "./parse-xml.js";
import { readStyled } from "./parameter-styles.js";
import { ViolationList } from "./violation-list.js";
import { createMalformed, createViolation } from "./violations.js";
/** Reads the parts of one name by what is declared of them; adds what is wrong with them to a list. */
export class PartReader {
    #declared;
    #violations;
    constructor(declared, violations) {
        this.#declared = declared;
        this.#violations = violations;
    }
    /** A list where there are several, or where a list is described. */
    readAll(parts) {
        const { pointer, shape } = this.#declared;
        const [first, ...others] = parts;
        if (first !== undefined && others.length === 0) {
            const value = this.read(first);
            return shape.kinds.has('array') && !shape.kinds.has('object') && !Array.isArray(value) ? [value] : value;
        }
        return parts.map((part, index) => new PartReader({ ...this.#declared, pointer: `${pointer}/${index}`, shape: shape.items }, this.#violations).read(part));
    }
    read(part) {
        const { encoding, pointer } = this.#declared;
        const given = part.headers['content-type'];
        if (encoding !== undefined)
            this.#check(part, encoding);
        const contentType = given ?? encoding?.contentTypes[0] ?? '';
        const shape = itemsOf(this.#declared.shape);
        const mediaType = mediaTypeOf(contentType);
        if (isStructured(shape) && (isJson(mediaType) || (given === undefined && encoding?.style === undefined && isOnlyStructured(shape))))
            return this.#readJson(part);
        if (isStructured(shape) && isXml(mediaType))
            return readXml(part.bytes.toString('utf8'), shape, violation => this.#violations.push({ ...violation, pointer: pointer + violation.pointer }));
        return isText(mediaType) ? this.#readText(part, contentType) : part.bytes;
    }
    #check({ headers }, { contentTypes, headers: declared }) {
        const spot = { in: 'body', pointer: this.#declared.pointer };
        const given = headers['content-type'];
        if (given !== undefined && contentTypes.length > 0 && !contentTypes.some(range => takesMediaType(range, mediaTypeOf(given)))) {
            this.#violations.push(createViolation(spot, { rule: 'mediaType', expected: `be ${contentTypes.join(' or ')}` }, given));
        }
        const violations = new ViolationList();
        for (const header of declared)
            createHeaderCheck(header, { in: 'body', pointer: `${spot.pointer}/headers/${header.name}` })(headers, violations);
        this.#violations.push(...violations.list());
    }
    #readJson({ bytes }) {
        const { pointer } = this.#declared;
        const reading = parseJson(bytes.toString('utf8'));
        this.#violations.push(...reading.violations.map(violation => ({ ...violation, pointer: pointer + violation.pointer, message: violation.message.replace(/^body/, `body ${pointer}`) })));
        return reading.kind === 'value' ? reading.value : undefined;
    }
    #readText({ bytes, headers }, contentType) {
        const { encoding, pointer, shape } = this.#declared;
        const charset = knownCharset(charsetOf(contentType));
        if (charset === undefined || (charset === 'utf8' && !isUtf8(bytes))) {
            // A part without a type is text (RFC 7578, section 4.4); clients forget the type of a file.
            if (headers['content-type'] === undefined)
                return bytes;
            this.#violations.push(createMalformed({ in: 'body', pointer }, 'be UTF-8', charset === undefined ? `is ${charsetOf(contentType)}` : 'is not'));
            return undefined;
        }
        const text = bytes.toString(charset);
        if (encoding?.style === undefined)
            return coerce(text, itemsOf(shape));
        const reading = readStyled(text, { name: '', style: encoding.style, explode: encoding.explode, shape, decode: text => text });
        if (reading.kind === 'value')
            return reading.value;
        this.#violations.push(createMalformed({ in: 'body', pointer }, reading.expected, `is ${JSON.stringify(text.slice(0, 60))}`));
        return undefined;
    }
}
/** One part of a list is one of its items, unless it is all of them in JSON. */
function itemsOf(shape) {
    return shape.kinds.has('array') && !shape.kinds.has('object') && !isStructuredKind(shape.items) ? shape.items : shape;
}
function isStructured(shape) {
    return shape.kinds.size === 0 ? !shape.isBinary : isStructuredKind(shape);
}
function isStructuredKind({ kinds }) {
    return kinds.has('object') || kinds.has('array');
}
/** By default, objects are written as JSON (OpenAPI 3.1, Encoding Object, `contentType`). */
function isOnlyStructured({ items, kinds }) {
    return (kinds.has('object') || (kinds.has('array') && items.kinds.has('object'))) && !kinds.has('string');
}
function isText(mediaType) {
    return mediaType === '' || mediaType.startsWith('text/') || isJson(mediaType) || isXml(mediaType) || mediaType === 'application/x-www-form-urlencoded';
}
