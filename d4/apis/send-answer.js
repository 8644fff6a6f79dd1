import { STATUS_CODES } from "../validation/node-http.js";
import { FaultNeedsConnection } from "../errors.js";
import { answerDelayMs } from "../worlds/settings.js";
import { wait } from "../worlds/wait.js";
import { problemResponse } from "./problem.js";
import { recordExchange } from "./record-exchange.js";
import { hasConnection, writeFault } from "./write-fault.js";
import { writeResponse } from "./write-response.js";
/** Tells of the first violation of its contract by an answer of ours. */
export const VIOLATION_HEADER = 'x-standin-violation';
/** Sends an answer when its time has come, and as what is scripted to go wrong has it; the journal keeps it. */
export function sendAnswer(made, world, reply) {
    const { request: { operation }, response: { clockDelayMs, delayMs = 0 } } = made;
    const realMs = delayMs + (operation === undefined ? world.settings.delayMs : answerDelayMs(world.settings, operation.id));
    if (realMs > 0 || clockDelayMs !== undefined)
        return waitFor({ realMs, clockMs: clockDelayMs ?? 0 }, world, reply).then(() => send(made, world, reply));
    // Not returned: the framework would wait for what is sent already.
    send(made, world, reply);
}
async function waitFor({ clockMs, realMs }, world, reply) {
    const gone = new AbortController();
    const giveUp = () => gone.abort();
    reply.raw.once('close', giveUp);
    // The client may have gone before it was its turn.
    if (reply.raw.closed)
        giveUp();
    if (clockMs > 0)
        await wait({ ms: clockMs, by: 'clock' }, world, gone.signal);
    if (realMs > 0)
        await wait({ ms: realMs, by: 'real' }, world, gone.signal);
    reply.raw.off('close', giveUp);
}
function send({ at, request, requestViolations, response: made, responseViolations }, world, reply) {
    const response = withFault(made, request.operation?.id, world);
    const { fault } = response;
    const sent = fault === undefined || hasConnection(reply) ? response : refuseFault(fault, response);
    const [violation] = responseViolations;
    if (violation !== undefined) {
        reply.log.warn({ operation: request.operation?.id, violations: responseViolations }, 'an answer breaks its contract');
        reply.header(VIOLATION_HEADER, headerText(violation.message));
    }
    recordExchange(world, { request, at, requestViolations, response: sent, responseViolations, responseHeaders: sent.headers });
    return fault === undefined || sent !== response ? writeResponse(reply, sent, world) : writeFault(fault, reply, sent, world);
}
/** An answer with what goes wrong with every answer of its operation, where nothing else is scripted. */
function withFault(response, operation, { settings: { operations } }) {
    const fault = operation === undefined ? undefined : operations[operation]?.fault;
    return fault === undefined || response.fault !== undefined ? response : { ...response, fault };
}
/** What is answered where there is no connection with which anything could go wrong. */
function refuseFault(fault, { source, stub }) {
    const { code, message, statusCode = 500 } = new FaultNeedsConnection(fault);
    return { ...problemResponse({ status: statusCode, code, title: STATUS_CODES[statusCode] ?? code, detail: message }), source, stub, fault };
}
/** Text as a header can carry it (RFC 9110 section 5.5). */
function headerText(text) {
    return text.replace(/[^\x20-\x7e]+/g, '?').slice(0, 500);
}
