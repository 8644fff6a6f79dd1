import { isObject } from "./is-object.js";
import { escapePointer } from "./json-pointer.js";
import { listCallbacks } from "./list-callbacks.js";
import { listMethods } from "./list-methods.js";
import { listParameters } from "./list-parameters.js";
import { listResponses, namedParts, readBody } from "./list-responses.js";
import { listSecurity } from "./list-security.js";
import { resolveRef } from "./resolve-ref.js";
/** Lists every operation of a document, in its order, with all that they refer to at hand. What cannot be used is left out. */
export function listOperations(source) {
    const taken = { names: new Set(), templates: new Set() };
    return namedParts(source.document.paths).flatMap(([path, part]) => {
        if (path.startsWith('x-'))
            return [];
        const item = resolveRef(source.document, part, `/paths/${escapePointer(path)}`);
        if (item === undefined)
            return [];
        return listMethods(item).flatMap(method => {
            const template = `${method.method} ${path.replace(/\{[^}]*\}/g, '{}')}`;
            if (!isObject(method.definition) || taken.templates.has(template))
                return [];
            taken.templates.add(template);
            return [toOperation(source, { path, item, ...method }, taken.names)];
        });
    });
}
function toOperation(source, { path, item, method, definition: part, pointer }, taken) {
    const definition = part; // what is wrong within is left out where it is read
    const own = definition.operationId;
    const name = typeof own === 'string' && own !== '' && !taken.has(own) ? own : `${method} ${path}`;
    taken.add(name);
    return {
        id: `${source.name}.${name}`,
        api: source.name,
        name,
        method,
        path: path.startsWith('/') ? path : `/${path}`,
        pointer,
        definition,
        parameters: listParameters(source, path, [
            { list: item.value.parameters, pointer: `${item.pointer}/parameters` },
            { list: definition.parameters, pointer: `${pointer}/parameters` }
        ]),
        body: readBody(source, definition.requestBody, `${pointer}/requestBody`),
        responses: listResponses(source, definition.responses, `${pointer}/responses`),
        security: listSecurity(source.document, definition.security ?? source.document.security ?? []),
        callbacks: listCallbacks(source, definition.callbacks, `${pointer}/callbacks`)
    };
}
