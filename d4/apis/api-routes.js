import { createPathReader, routeUrl } from "../contract/route-url.js";
import { allowOtherOrigins } from "./allow-other-origins.js";
import { createAnswer } from "./answer.js";
import { fileRoutes } from "./file-routes.js";
import { readContent } from "./read-content.js";
import { receivedFacts } from "./received.js";
import { refuseUnmatched } from "./unmatched.js";
import { replyWithErrors } from "./errors-to-replies.js";
import { sendAnswer } from "./send-answer.js";
import { listServedRoutes } from "./served-routes.js";
import { chooseAmong } from "./shared-routes.js";
import { worldNameOf } from "./world-of.js";
/** Serves contracts: one route for each of their operations, and one for the files of their resources. */
export const apiRoutes = async (app, { apis }) => {
    // Bodies are read by the contract's media types, not by the framework's.
    app.removeAllContentTypeParsers();
    // For any type: the framework keeps in mind what an expression stands for, not what "*" does.
    app.addContentTypeParser(/^/, { parseAs: 'buffer' }, readContent);

    replyWithErrors(app); app.addHttpMethod('POST', { hasBody: false, overrideExisting: true });
    const routes = listServedRoutes(apis);
    const heads = new Set(routes.filter(({ method }) => method === 'HEAD').map(({ path }) => routeUrl(path)));
    for (const { contexts, method, path, prefix } of routes) {
        const url = routeUrl(path);
        if (!app.supportedMethods.includes(method))
            app.addHttpMethod(method, { hasBody: true });
        const choose = chooseAmong(contexts);
        // The framework answers HEAD as it would GET, where no operation does.
        app.route({ method, url, exposeHeadRoute: !heads.has(url), handler: createRouteHandler(contexts, choose, prefix), config: { standin: choose } });
    }
    // Pages of other origins may read files as they may read answers.
    app.register(fileRoutes, { apis });
    app.setNotFoundHandler(refuseUnmatched(apis));
};
function createRouteHandler(contexts, choose, prefix) {
    const [only, ...others] = contexts;
    if (others.length === 0)
        return whenFirstAsked(() => createHandler(only, prefix));
    const handlers = new Map(contexts.map(context => [context, whenFirstAsked(() => createHandler(context, prefix))]));
    return function (request, reply) {
        return handlers.get(choose(request))?.call(this, request, reply);
    };
}
/** Large documents have a thousand operations, of which a test asks a few: each is prepared when it is first asked. */
function whenFirstAsked(create) {
    let handler;
    return function (request, reply) {
        handler ??= create();
        return handler.call(this, request, reply);
    };
}
function createHandler(context, prefix) {
    const answer = createAnswer(context);
    const readPath = createPathReader(`${prefix}${context.operation.path}`);
    const { worlds } = context.api;
    return (request, reply) => { const raw = request.raw; const chunks = []; let size = 0
      raw.on('data', c => { chunks.push(c); size += c.length }); raw.on('error', e => reply.send(e)); raw.on('end', () => { try { go(request, reply, chunks.length === 0 ? undefined : chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, size)) } catch (e) { reply.send(e) } }) }
    function go(request, reply, body) {
        const worldName = worldNameOf(request);
        const world = worlds.get(worldName);
        const facts = receivedFacts(request, worldName);
        const made = answer(facts, {
            path: readPath(pathOf(facts.url)),
            query: queryOf(facts.url),
            headers: request.headers,
            body // as the parser above leaves it
        }, world);
        return made instanceof Promise ? sendLater(made, world, reply) : sendAnswer(made, world, reply);
    }
}
/** An answer that a handler takes its time for. */
async function sendLater(made, world, reply) {
    await sendAnswer(await made, world, reply);
    return reply;
}
function pathOf(url) {
    const end = url.indexOf('?');
    return end === -1 ? url : url.slice(0, end);
}
function queryOf(url) {
    const start = url.indexOf('?');
    return start === -1 ? '' : url.slice(start + 1);
}
