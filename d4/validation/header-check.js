import { readStyled } from "./parameter-styles.js";
import { schemaValidator } from "./schemas.js";
import { shapeOf } from "./shape.js";
import { createMissing, createViolation } from "./violations.js";
/** Makes the check of a header of a message or of a part of one: that it is there, and fits its schema. */
export function createHeaderCheck({ name, required, explode, schema }, spot = { in: 'header', pointer: `/${name}` }) {
    const styled = { name, style: 'simple', explode, shape: shapeOf(schema), decode: (text) => text };
    const validate = schema === undefined ? undefined : schemaValidator(schema);
    return (headers, violations) => {
        const text = findHeader(headers, name);
        if (text === undefined) {
            if (required)
                violations.add(createMissing(spot));
            return;
        }
        const reading = readStyled(text, styled);
        const errors = reading.kind === 'value' ? validate?.(reading.value) : undefined;
        if (errors !== undefined && schema !== undefined)
            violations.addErrors(errors, schema, spot);
        if (reading.kind === 'malformed')
            violations.add(createViolation(spot, { rule: 'malformed', expected: reading.expected }, text));
    };
}
/** Finds a header by its name in lower case, however it is written. */
export function findHeader(headers, name) {
    if (headers[name] !== undefined)
        return headers[name];
    for (const key in headers) {
        if (key.length === name.length && key.toLowerCase() === name)
            return headers[key];
    }
    return undefined;
}
