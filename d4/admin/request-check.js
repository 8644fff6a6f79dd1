import { isObject } from "../contract/is-object.js";
import { InvalidRequest } from "../errors.js";
import { coerce } from "../validation/coerce.js";
import { schemaValidator } from "../validation/schemas.js";
import { Shape } from "../validation/shape.js";
import { ViolationList } from "../validation/violation-list.js";
import { createMissing } from "../validation/violations.js";
import { withViolations } from "../validation/with-violations.js";
const PARTS = { body: 'body', querystring: 'query', params: 'path', headers: 'header' };
/**
 * Makes the compiler of the admin API's request schemas. Each is compiled when it is first used; all that is wrong with a part
 * is told at once, in the words that the APIs use; nothing is coerced but the texts of a query.
 */
export function createRequestCheck() {
    const schemas = [];
    const document = { openapi: '3.1.0', info: { title: 'admin', version: '' }, paths: {}, schemas };
    return ({ schema, httpPart = 'body' }) => {
        const definition = schema; // as the routes have it
        const reference = { contract: 'admin', document, pointer: `/schemas/${schemas.push(definition) - 1}`, definition };
        const validate = schemaValidator(reference);
        const spot = { in: PARTS[httpPart] ?? 'body', pointer: '' };
        const shape = new Shape(document, [definition]);
        return (value) => {
            // The framework gives null for a body that did not come.
            if (value === null && !('type' in definition && String(definition.type).includes('null')))
                return { error: withViolations(InvalidRequest, [createMissing(spot)]) };
            const read = spot.in === 'query' ? coerceMembers(value, shape) : value;
            const errors = validate(read);
            if (errors === undefined)
                return { value: read };
            const violations = new ViolationList();
            violations.addErrors(errors, reference, spot);
            return { error: withViolations(InvalidRequest, violations.list()) };
        };
    };
}
function coerceMembers(value, shape) {
    if (!isObject(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, typeof text === 'string' ? coerce(text, shape.member(name)) : text]));
}
