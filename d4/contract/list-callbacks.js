import { isObject } from "./is-object.js";
import { escapePointer } from "./json-pointer.js";
import { listMethods } from "./list-methods.js";
import { namedParts, readBody } from "./list-responses.js";
import { resolveRef } from "./resolve-ref.js";
/** Lists each method of each URL expression of an operation's callbacks. */
export function listCallbacks(source, callbacks, at) {
    return namedParts(callbacks).flatMap(([name, part]) => {
        const callback = resolveRef(source.document, part, `${at}/${escapePointer(name)}`);
        if (callback === undefined)
            return [];
        return namedParts(callback.value).filter(([expression]) => !expression.startsWith('x-')).flatMap(([expression, item]) => listCallbackMethods(source, item, `${callback.pointer}/${escapePointer(expression)}`).map(method => ({ name, expression, ...method })));
    });
}
/** Lists each method of a document's webhooks, which have no URL of their own. */
export function listWebhooks(source) {
    return namedParts(source.document.webhooks).flatMap(([name, item]) => listCallbackMethods(source, item, `/webhooks/${escapePointer(name)}`).map(method => ({ name, expression: '', ...method })));
}
function listCallbackMethods(source, part, at) {
    const item = resolveRef(source.document, part, at);
    if (item === undefined)
        return [];
    return listMethods(item).flatMap(({ method, definition: part, pointer }) => {
        if (!isObject(part))
            return [];
        const definition = part; // what is wrong within is left out where it is read
        return [{ method, pointer, definition, body: readBody(source, definition.requestBody, `${pointer}/requestBody`) }];
    });
}
