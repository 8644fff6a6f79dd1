import { UnknownResource, UnknownResourceType } from "../errors.js";
import { hint } from "../validation/create-unknown.js";
/** The type of a name. Throws `UnknownResourceType`. */
export function typeNamed(name, types) {
    const type = types.get(name);
    if (type === undefined)
        throw new UnknownResourceType(name, hint(name, [...types.keys()]));
    return type;
}
/** The resource of a type and an id. Throws `UnknownResourceType` or `UnknownResource`. */
export function findResource(of, types, { store }) {
    const type = typeNamed(of.type, types);
    const resource = store.get(type.id, of.id);
    if (typeof resource === 'object')
        return { type, resource };
    const isAssumed = resource === undefined && (type.assumed(of.id) || type.assumed(Number(of.id)));
    throw new UnknownResource(type.id, of.id, isAssumed ? ', but requests take it to exist: put it to seed it, delete it to make it missing' : '');
}
