import { STATUS_CODES } from "../validation/node-http.js";
import { createScope } from "../simulation/create-scope.js";
import { writtenMediaType } from "../validation/media-type.js";
import { createMalformed, createViolation } from "../validation/violations.js";
import { problemResponse } from "./problem.js";
import { receivedFacts } from "./received.js";
import { recordExchange } from "./record-exchange.js";
import { CODINGS } from "./read-content.js";
import { refuse } from "./refuse.js";
import { worldNameOf } from "./world-of.js";
import { withApiHeaders } from "./with-api-headers.js";
import { writeResponse } from "./write-response.js";
/** The one place where an error of the APIs becomes a response. */
export function replyWithErrors(app) {
    app.setErrorHandler((error, request, reply) => {
        if ((error.statusCode ?? 500) >= 500)
            request.log.error(error);
        return writeResponse(reply, answerError(error, request));
    });
}
function answerError(error, request) {
    const context = request.routeOptions.config.standin?.(request);
    if (context === undefined || error.code === 'STANDIN_INVALID_WORLD_NAME' || error.code === 'STANDIN_WORLD_AMBIGUOUS')
        return describe(error);
    const { api, operation } = context;
    const worldName = worldNameOf(request);
    const world = api.worlds.get(worldName);
    const facts = { ...receivedFacts(request, worldName), operation };
    const scope = createScope(facts, world, { limits: api.simulation.limits, rowFiles: api.rowFiles });
    const { response, violations } = refuseUnread(error, request, scope);
    const complete = withApiHeaders(response, api.simulation, scope);
    recordExchange(world, { request: facts, requestViolations: violations, response: complete, responseHeaders: complete.headers, responseViolations: [] });
    return complete;
}
/** What is refused before a body is read, in the words of the API; other errors in our own. */
function refuseUnread(error, request, scope) {
    const { bodyLimit, config } = request.routeOptions;
    const standin = config.standin?.(request);
    const refuseWith = (refusal, violation) => ({ response: refuse(refusal, { ...scope, violations: [violation] }, standin?.api.simulation, violation.message), violations: [violation] });
    switch (error.code) {
        case 'FST_ERR_CTP_BODY_TOO_LARGE':
        case 'STANDIN_BODY_TOO_LARGE': {
            const detail = `The body is larger than the ${bodyLimit} bytes that are taken: send less, or allow more with --body-limit`;
            return { response: refuse('tooLarge', scope, standin?.api.simulation, detail), violations: [] };
        }
        case 'FST_ERR_CTP_INVALID_MEDIA_TYPE': {
            const expected = `be ${standin?.operation.body?.content.map(writtenMediaType).join(' or ') ?? 'a media type'}`;
            return refuseWith('unsupportedMediaType', createViolation({ in: 'header', pointer: '/content-type' }, { rule: 'mediaType', expected }, request.headers['content-type']));
        }
        case 'STANDIN_MALFORMED_REQUEST':
            return refuseWith('malformed', createMalformed({ in: 'body', pointer: '' }, 'be compressed as its Content-Encoding says', error.message));
        case 'STANDIN_UNSUPPORTED_MEDIA_TYPE':
            return withAcceptEncoding(refuseWith('unsupportedMediaType', createViolation({ in: 'header', pointer: '/content-encoding' }, { rule: 'contentEncoding', expected: `be ${CODINGS.join(' or ')}` }, error.message)));
        default:
            return { response: describe(error), violations: [] };
    }
}
/** A 415 for a coding names those that are read (RFC 9110, section 12.5.3), and not the media types, of which none was wrong. */
function withAcceptEncoding({ response, violations }) {
    const { accept, 'accept-post': post, 'accept-patch': patch, ...headers } = response.headers;
    return { response: { ...response, headers: { ...headers, 'accept-encoding': CODINGS.join(', ') } }, violations };
}
const INTERNAL_ERROR = { status: 500, code: 'STANDIN_INTERNAL_ERROR', title: 'Internal Server Error', detail: 'The stand-in failed to answer: its log tells more' };
function describe(error) {
    // What went wrong inside is for the log; the client learns that it did.
    if (!/^(?:STANDIN|FST)_/.test(error.code ?? ''))
        return problemResponse(INTERNAL_ERROR);
    const status = error.statusCode ?? 500;
    return problemResponse({ status, code: error.code, title: STATUS_CODES[status] ?? 'Error', detail: error.message });
}
