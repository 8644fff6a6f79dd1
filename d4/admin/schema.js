export const INSTANT = { type: 'string', format: 'date-time' };
/** The schema of an object that has all of its members and no others. */
export function closed(description, properties, optional = []) {
    return { description, type: 'object', additionalProperties: false, required: Object.keys(properties).filter(name => !optional.includes(name)), properties };
}
/** The answer of an operation that has nothing to tell. */
export function noContent(description) {
    return { 204: { type: 'null', description } };
}
/** The value of a schema, or null. */
export function nullable(schema) {
    if (typeof schema.type !== 'string')
        return { anyOf: [schema, { type: 'null' }] };
    const values = Array.isArray(schema.enum) ? { enum: [...schema.enum, null] } : {};
    return { ...schema, ...values, type: [schema.type, 'null'] };
}
