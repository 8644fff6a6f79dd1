import { StandinClientError, refusalOf } from "./client-error.js";
/** Connects to the admin API below a base URL. Nothing is sent before something is called. */
export function createConnection(url, { fetch: send = globalThis.fetch, token }) {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const request = async (method, path, init) => {
        const asked = `${method} /__admin${path}`;
        const response = await send(`${url}/__admin${path}`, { method, ...init }).catch((cause) => { throw unreachable(url, cause); });
        if (!response.ok)
            throw refusalOf(asked, response.status, await readBody(response));
        return response;
    };
    return {
        async call(method, path, body) {
            const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { ...authorization, 'content-type': 'application/json' } };
            const response = await request(method, path, { headers: authorization, ...json });
            // Held to the admin API's document by the server's own tests.
            return await readBody(response);
        },
        async open(path, signal) {
            const response = await request('GET', path, { headers: { ...authorization, accept: 'text/event-stream' }, ...signal && { signal } });
            return response.body ?? new ReadableStream({ start: controller => controller.close() });
        }
    };
}
async function readBody(response) {
    const text = await response.text();
    if (text === '')
        return undefined;
    const isJson = /^application\/([\w.-]+\+)?json\b/.test(response.headers.get('content-type') ?? '');
    return isJson ? JSON.parse(text) : text;
}
function unreachable(url, cause) {
    // What was given up by the caller is no fault of the server.
    if (!(cause instanceof Error) || cause.name === 'AbortError' || cause.name === 'TimeoutError')
        return cause;
    const reason = cause.cause instanceof Error && cause.cause.message !== '' ? cause.cause.message : cause.message;
    return new StandinClientError(`No stand-in answers at ${url}: ${reason}`, { code: 'STANDIN_UNREACHABLE', cause });
}
