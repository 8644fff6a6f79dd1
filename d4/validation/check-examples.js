import { schemaValidator } from "./schemas.js";
import { toViolations } from "./to-violations.js";
const MAX_VIOLATIONS = 20;
/** Holds the canned bodies of a contract to their schemas; says of each that breaks it which file and member it is. */
export function checkExamples(contract, { sources = ['fixture', 'example'] } = {}) {
    return contract.operations.flatMap(operation => listBodies(operation).flatMap(body => body.mediaType.examples
        .filter(example => sources.includes(example.source))
        .flatMap(example => checkExample(example, body).map(message => ({ file: example.where, message: `(${body.title}) ${message}` })))));
}
function listBodies({ id, body, responses }) {
    return [
        ...(body?.content ?? []).map(mediaType => ({ title: `the request of ${id}`, mediaType, direction: 'request' })),
        ...responses.flatMap(({ status, content }) => content.map(mediaType => ({ title: `the ${status} of ${id}`, mediaType, direction: 'response' })))
    ];
}
function checkExample({ value }, { mediaType: { schema }, direction }) {
    const errors = schema === undefined ? undefined : schemaValidator(schema, direction)(value);
    if (errors === undefined || schema === undefined)
        return [];
    const { violations } = toViolations(errors, schema, { spot: { in: 'body', pointer: '' }, max: MAX_VIOLATIONS });
    return violations.map(violation => violation.message);
}
