import { replyBody } from "./reply-body.js";
import { exampleOf } from "./samples.js";
import { successOf } from "./success-body.js";
import { leave } from "./suggestion.js";
/** Proposes steps for an operation with the answer that follows them, in the form that it documents. */
export function suggestReply(operation, source, deed, steps, { headers = {}, notes = [], paging, responses, success = successOf(operation) }) {
    if (success === undefined)
        return undocumented(operation, source, deed, steps, { responses, notes });
    const { hasBody, response, schema, status } = success;
    if (hasBody && schema === undefined)
        return leave(operation, `it does not answer with JSON that a schema describes (${response.content.map(({ name }) => name).join(', ')})`);
    const documented = Object.fromEntries(Object.entries(headers).filter(([name]) => response.headers.some(header => header.name === name.toLowerCase())));
    const body = schema === undefined || status === 204 ? undefined : replyBody(schema, { ...source, example: exampleOf(operation), ...paging && { paging } });
    const answer = { status, ...Object.keys(documented).length > 0 && { headers: documented }, ...body !== undefined && { body } };
    return { kind: 'proposed', deed, operation, declaration: { ...steps, reply: answer }, responses, notes };
}
/** An operation that documents failures only: the overlay adds a success, with the thing where it is known how it is shown. */
function undocumented(operation, { isSwagger, thing }, deed, steps, { notes = [], responses }) {
    if (deed === 'read' || deed === 'list')
        return leave(operation, 'it documents no success');
    const status = { create: 201, delete: 204 }[deed] ?? 200;
    const [, name] = /^\/components\/schemas\/([^/]+)$/.exec(thing.collection.item.pointer) ?? [];
    const shows = name !== undefined && deed !== 'delete';
    const schema = { $ref: `#/${isSwagger ? 'definitions' : 'components/schemas'}/${name ?? ''}` };
    const content = isSwagger ? { schema } : { content: { 'application/json': { schema } } };
    return {
        kind: 'proposed',
        deed,
        operation,
        declaration: { ...steps, reply: { status, ...shows && { body: '$resource' } } },
        responses: { ...responses, [status]: { description: 'It is done.', ...shows && content } },
        notes
    };
}
