import { isObject } from "./is-object.js";
import { escapePointer } from "./json-pointer.js";
import { resolveRef } from "./resolve-ref.js";
import { upgradeBody } from "./upgrade-body.js";
import { upgradeParameter } from "./upgrade-parameter.js";
import { listMediaTypes, upgradeResponse } from "./upgrade-response.js";
/** Gives an operation of Swagger 2.0 the form of OpenAPI 3, in place. */
export function upgradeOperation(operation, { pointer, shared, source }) {
    const { move } = source;
    const { parameters, bodies } = upgradeParameterList(operation.parameters, `${pointer}/parameters`, source);
    const body = upgradeBody([...shared, ...bodies], { consumes: listMediaTypes(operation.consumes, source.consumes), to: `${pointer}/requestBody`, move });
    if (operation.parameters !== undefined)
        operation.parameters = parameters;
    if (body !== undefined)
        operation.requestBody = body;
    const produces = listMediaTypes(operation.produces, source.produces);
    if (isObject(operation.responses)) {
        operation.responses = Object.fromEntries(Object.entries(operation.responses).map(([status, part]) => {
            const to = `${pointer}/responses/${escapePointer(status)}`;
            const response = isObject(part) && !status.startsWith('x-') ? lookUp(source, part, to) : undefined;
            return [status, response === undefined ? part : upgradeResponse(response.value, { to, from: response.pointer, move, produces })];
        }));
    }
    delete operation.consumes;
    delete operation.produces;
}
/** Parts a list of parameters into those that OpenAPI 3 has as such, and those that make a body. */
export function upgradeParameterList(list, at, source) {
    const parameters = [];
    const bodies = [];
    for (const [index, part] of (Array.isArray(list) ? list : []).entries()) {
        const from = `${at}/${index}`;
        const found = isObject(part) ? lookUp(source, part, from) : undefined;
        const to = `${at}/${parameters.length}`;
        if (found?.value.in === 'body' || found?.value.in === 'formData')
            bodies.push({ value: found.value, pointer: found.pointer });
        else if (found === undefined)
            parameters.push(part);
        else
            parameters.push(found.pointer === from ? upgradeParameter(found.value, { to, from, move: source.move }) : part);
        if (found === undefined || found.pointer !== from)
            source.move(to, from);
    }
    return { parameters, bodies };
}
/** What a part means; `undefined` for a reference that leads nowhere. */
function lookUp({ document }, part, pointer) {
    return resolveRef(document, part, pointer);
}
