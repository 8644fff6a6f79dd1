import { createBodyCheck } from "./body-check.js";
import { canDecode, findMediaType, writtenMediaType } from "./media-type.js";
import { createParametersReader } from "./parameters.js";
import { parseBody } from "./parse-body.js";
import { ViolationList } from "./violation-list.js";
import { createMissing } from "./violations.js";
/** Makes a validator of an operation's requests. It finds all violations of a request together. */
export function createRequestValidator(operation) {
    const readParameters = createParametersReader(operation);
    const readBody = operation.body === undefined ? undefined : createBodyReader(operation.body);
    return raw => {
        const violations = new ViolationList();
        const { path, query, headers, cookies } = readParameters(raw, violations);
        const { value, problem } = readBody?.(raw, violations) ?? NO_BODY;
        const parts = { path, query, headers, cookies, body: value };
        if (violations.isEmpty)
            return { kind: 'valid', parts };
        return { kind: problem ?? 'invalid', parts, violations: violations.list() };
    };
}
const NO_BODY = { value: undefined, problem: undefined };
const BODY = { in: 'body', pointer: '' };
function createBodyReader(body) {
    const findForm = createFormFinder(body.content);
    return ({ headers, body: bytes }, violations) => {
        if (bytes === undefined || bytes.length === 0) {
            if (body.required)
                violations.add(createMissing(BODY));
            return NO_BODY;
        }
        const form = findForm(headers['content-type']);
        if (form === undefined) {
            violations.add(createUnsupported(body.content, headers['content-type']));
            return { value: undefined, problem: 'unsupportedMediaType' };
        }
        return readBody(bytes, form, violations);
    };
}
function createFormFinder(content) {
    const checks = new Map(content.map(mediaType => [mediaType, createBodyCheck(mediaType, 'request')]));
    let last;
    return header => {
        // Clients keep to one content type, as a rule.
        if (last !== undefined && header === last.contentType)
            return last;
        // "the recipient MAY assume a media type of application/octet-stream" (RFC 9110, section 8.3).
        const contentType = header === undefined || Array.isArray(header) ? 'application/octet-stream' : header;
        const declared = findMediaType(content, contentType);
        const check = declared && checks.get(declared);
        if (declared === undefined || check === undefined || !canDecode(contentType))
            return undefined;
        return (last = { contentType, declared, check });
    };
}
function readBody(bytes, { check, contentType, declared }, violations) {
    const reading = parseBody(bytes, contentType, declared);
    for (const violation of reading.violations)
        violations.add(violation);
    if (reading.kind === 'malformed')
        return { value: undefined, problem: 'malformed' };
    check(reading.value, violations, reading.titles);
    return { value: reading.value, problem: undefined };
}
function createUnsupported(content, header) {
    const expected = typeof header === 'string' && !canDecode(header) ? 'name no charset but utf-8 or iso-8859-1' : `be ${content.map(writtenMediaType).join(' or ')}`;
    const spot = { in: 'header', pointer: '/content-type', rule: 'mediaType', expected };
    if (header === undefined)
        return { ...spot, message: `header /content-type must ${expected}, but is missing` };
    const actual = JSON.stringify(String(header).slice(0, 60));
    return { ...spot, actual, message: `header /content-type must ${expected}, but is ${actual}` };
}
