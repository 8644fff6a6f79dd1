import { FORM, isJson } from "../validation/media-type.js";
import { followSchema, listMembers } from "./schema-members.js";
import { typeOf } from "./schema-types.js";
import { unwrapItem } from "./success-body.js";
/** The object in the body of an operation, with members that a thing has; `undefined` where it takes none. */
export function bodyOf({ body }, thing) {
    const content = body?.content ?? [];
    const chosen = content.find(({ name }) => isJson(name)) ?? content.find(({ name }) => name === '*/*' || name === 'application/*') ?? content.find(({ name }) => name === FORM || name === 'multipart/form-data');
    const { schema } = chosen ?? {};
    if (schema === undefined || typeOf(schema) !== 'object')
        return undefined;
    const own = { schema: followSchema(schema), members: listMembers(schema), path: [] };
    if ([...own.members.keys()].some(name => thing.has(name)))
        return own;
    const inner = unwrapItem(schema);
    return inner === undefined || inner.path.length === 0 ? own : { schema: inner.schema, members: listMembers(inner.schema), path: inner.path };
}
