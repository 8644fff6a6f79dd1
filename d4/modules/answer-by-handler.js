import { isObject } from "../contract/is-object.js";
import { statusOf, successResponse } from "../contract/success-response.js";
import { ModuleFailed } from "../errors.js";
import { hint } from "../validation/create-unknown.js";
import { UndoableWorld } from "./undoable-world.js";
const REPLY = ['status', 'headers', 'body'];
/** Has a handler answer a request. Throws `ModuleFailed`, or rejects with it, and everything is as it was before. */
export function answerByHandler(operation, handler, types) {
    const usual = successResponse(operation);
    const usualStatus = usual === undefined ? 200 : statusOf(usual);
    return (request, scope) => {
        const world = new UndoableWorld(scope, types);
        const fail = (error) => {
            world.undo();
            throw new ModuleFailed(operation.id, error instanceof Error ? error.message : String(error), { cause: error });
        };
        const settle = (reply) => {
            const response = reply === undefined ? undefined : toResponse(reply, usualStatus);
            world.keep();
            return response;
        };
        try {
            const reply = handler(toModuleRequest(request), world);
            return reply instanceof Promise ? reply.then(settle).catch(fail) : settle(reply);
        }
        catch (error) {
            return fail(error);
        }
    };
}
function toModuleRequest({ baseUrl, body, cookies, headers, method, operation, path, query, url }) {
    return { operation: operation.id, method, url, baseUrl, path, query, headers, cookies, body };
}
function toResponse(reply, usualStatus) {
    if (!isObject(reply))
        throw new TypeError(`it must answer an object, as { status: 200, body: … }, or undefined, but gave ${JSON.stringify(reply)}`);
    const unknown = Object.keys(reply).find(name => !REPLY.includes(name));
    if (unknown !== undefined)
        throw new TypeError(`its answer has the unknown member "${unknown}"${hint(unknown, REPLY)}`);
    const { body, headers = {}, status = usualStatus } = reply; // as far as it was just looked at
    if (!Number.isInteger(status) || status < 200 || status > 599)
        throw new TypeError(`its answer has the status ${JSON.stringify(status)}: it must be from 200 to 599`);
    return { status, headers: toHeaders(headers), body, source: 'module' };
}
function toHeaders(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
