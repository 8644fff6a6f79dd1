import { DeclarationRefused } from "./declaration.js";
/** The words for what a place in a document may speak of. */
export function vocabularyOf(language, { conflict, resource } = {}, ...heads) {
    return {
        heads: new Set([...heads, ...resource === undefined ? [] : resourceHeads(resource), ...conflict === undefined ? [] : ['conflict']]),
        limits: language.limitNames,
        operations: 'operation' in language ? [language.operation] : language.operations,
        known: {
            ...typeof resource === 'object' && resource.known,
            ...typeof conflict === 'object' && conflict.known.resource !== undefined && { conflict: conflict.known.resource }
        }
    };
}
const RESOURCE_HEADS = ['resource', 'id', 'created', 'hidden', 'status', 'files'];
/** What can be said of one resource. */
function resourceHeads(type) {
    if (type === 'unknown')
        return [...RESOURCE_HEADS];
    return RESOURCE_HEADS.filter(head => (head !== 'status' || type.statuses.size > 0) && (head !== 'files' || type.files !== undefined));
}
/** The type that a declaration names. */
export function typeNamed(declaration, { typeNames, types }) {
    const name = declaration.text();
    const type = types.get(name);
    if (type !== undefined)
        return type;
    // What is wrong with the type has been reported where it stands.
    if (typeNames.includes(name))
        throw new DeclarationRefused();
    return declaration.refuseWord('type of resource', name, typeNames);
}
