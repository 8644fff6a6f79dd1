/**
 * Lets pages of any origin read every answer with all its headers, and answers what browsers ask before (Fetch standard, CORS protocol).
 * What is allowed is the same for all: a library that decides for each request would cost a quarter of what all of an answer does.
 */
export function allowOtherOrigins(app) {
    app.addHook('onRequest', (request, reply, done) => {
        reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', '*');
        // Other requests for OPTIONS are for the contracts to answer.
        if (!isPreflight(request))
            return done();
        reply.code(204).headers({ 'access-control-allow-methods': '*', vary: 'Access-Control-Request-Headers', ...allowedHeaders(request) }).send();
    });
}
/** What a browser asks before a page may send something to another origin. */
function isPreflight({ method, headers }) {
    return method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
}
/** All that are asked for, by name: `*` would not mean Authorization. */
function allowedHeaders({ headers }) {
    const asked = headers['access-control-request-headers'];
    return asked === undefined ? {} : { 'access-control-allow-headers': asked };
}
