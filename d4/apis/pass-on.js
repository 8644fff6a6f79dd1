/** Leaves a request to another app, as it came and before anything of it has been read. */
export function passOn(request, reply, app) {
    const { originalUrl, raw } = request;
    reply.hijack();
    raw.url = originalUrl;
    app.routing(raw, reply.raw);
}
