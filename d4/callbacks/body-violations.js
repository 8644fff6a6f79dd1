import { createBodyCheck } from "../validation/body-check.js";
import { findMediaType } from "../validation/media-type.js";
import { parseBody } from "../validation/parse-body.js";
import { ViolationList } from "../validation/violation-list.js";
import { createMissing, createViolation } from "../validation/violations.js";
const BODY = { in: 'body', pointer: '' };
const NONE = [];
/** Tells where the body of a callback breaks what the contract declares of it, read as its receiver would read it. */
export function bodyViolations(encoded, declared) {
    if (encoded === undefined)
        return declared?.required === true ? [createMissing(BODY)] : NONE;
    const { contentType, text } = encoded;
    if (declared === undefined)
        return [createViolation(BODY, { rule: 'body', expected: 'be empty' }, text)];
    const mediaType = findMediaType(declared.content, contentType);
    const reading = parseBody(Buffer.from(text), contentType, mediaType);
    if (reading.kind === 'malformed' || mediaType === undefined)
        return reading.violations;
    const violations = new ViolationList();
    for (const violation of reading.violations)
        violations.add(violation);
    createBodyCheck(mediaType, 'request')(reading.value, violations, reading.titles);
    return violations.list();
}
