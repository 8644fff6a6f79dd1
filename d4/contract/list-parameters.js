import { toSchemaReference } from "./list-responses.js";
import { isObject } from "./is-object.js";
import { escapePointer } from "./json-pointer.js";
import { resolveRef } from "./resolve-ref.js";
/** What other parts of OpenAPI describe: "the parameter definition SHALL be ignored" (3.1, Parameter Object, `name`). */
const IGNORED_HEADERS = ['accept', 'content-type', 'authorization'];
/** How values may be written, by the place they are in; the first is the default. */
export const STYLES = {
    path: ['simple', 'label', 'matrix'],
    query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
    header: ['simple'],
    cookie: ['form', 'cookie']
};
/**
 * Lists an operation's parameters; in later lists, one of the same name and place replaces the one before.
 * Left out is what is no parameter, and what has no place in the operation's path.
 */
export function listParameters(source, path, lists) {
    const parameters = new Map();
    for (const { list, pointer } of lists) {
        for (const [index, part] of (Array.isArray(list) ? list : []).entries()) {
            const parameter = readParameter(source, part, `${pointer}/${index}`);
            if (parameter !== undefined && (parameter.in !== 'path' || path.includes(`{${parameter.name}}`)))
                parameters.set(`${parameter.in} ${parameter.name}`, parameter);
        }
    }
    return [...parameters.values()];
}
function readParameter(source, part, at) {
    const resolved = resolveRef(source.document, part, at);
    if (resolved === undefined)
        return undefined;
    const { value, pointer } = resolved;
    const place = value.in;
    if (typeof value.name !== 'string' || !isPlace(place) || (place === 'header' && IGNORED_HEADERS.includes(value.name.toLowerCase())))
        return undefined;
    const style = STYLES[place].find(known => known === value.style) ?? STYLES[place][0];
    const [mediaType] = Object.keys(isObject(value.content) ? value.content : {});
    return {
        name: value.name,
        in: place,
        required: place === 'path' || value.required === true,
        style,
        explode: value.explode ?? style === 'form',
        allowEmptyValue: place === 'query' && value.allowEmptyValue === true,
        mediaType: mediaType?.toLowerCase(),
        schema: mediaType === undefined
            ? toSchemaReference(source, value.schema, `${pointer}/schema`)
            : toSchemaReference(source, value.content?.[mediaType]?.schema, `${pointer}/content/${escapePointer(mediaType)}/schema`)
    };
}
/** Whether a parameter may be there. */
export function isPlace(place) {
    return typeof place === 'string' && Object.hasOwn(STYLES, place);
}
