import { NoResponse } from "../errors.js";
import { firstResponse } from "../responses/first-response.js";
import { fromExamples } from "../responses/from-examples.js";
import { fromPreference } from "../responses/from-preference.js";
import { fromSchema } from "../responses/from-schema.js";
import { fromStubs } from "../responses/from-stubs.js";
import { createScope } from "../simulation/create-scope.js";
import { refuseBeyondLimits, simulate } from "../simulation/simulation.js";
import { createRequestValidator } from "../validation/request-validator.js";
import { createResponseValidator } from "../validation/response-validator.js";
import { createAcceptance } from "./acceptance.js";
import { createAdmission } from "./admission.js";
import { asScripted, fromHandler } from "./from-handler.js";
import { PROBLEM_TYPE, problemResponse } from "./problem.js";
import { refuse } from "./refuse.js";
import { withApiHeaders } from "./with-api-headers.js";
const NONE = [];
/** Makes the function that answers the requests of one operation: read, refuse, or else ask the sources in order; then hold the answer to the contract. */
export function createAnswer({ api, operation }) {
    const admit = createAdmission(api, operation);
    const accept = createAcceptance(api, operation);
    const validateRequest = createRequestValidator(operation);
    const validateResponse = createResponseValidator(operation);
    const answerUnhandled = [
        (request, world, way) => simulate(api.simulation, operation, { ...scopeOf(request, world, api), way }),
        fromExamples(operation),
        fromSchema(operation)
    ];
    const answerUnscripted = firstResponse(fromPreference(operation), ...fromHandler({ api, operation }, (request, world) => scopeOf(request, world, api), firstResponse(...answerUnhandled)), ...answerUnhandled);
    const respond = firstResponse(fromStubs(operation, { find: api.simulation.operations.get(operation.id)?.find, scopeOf: (request, world) => scopeOf(request, world, api), next: answerUnscripted }), answerUnscripted);
    const finish = (response, request, scope, requestViolations) => {
        const complete = withApiHeaders(response, api.simulation, scope);
        const responseViolations = isOurOwnWord(response) ? NONE : validateResponse(complete);
        if (response.resource !== undefined)
            subscribeCallbacks(response.resource, operation.id, scope, api);
        return { response: complete, request, at: scope.now, requestViolations, responseViolations };
    };
    return (facts, raw, world) => {
        const read = validateRequest(raw);
        const known = readRequest(facts, operation, read.parts);
        const scope = scopeOf(known, world, api);
        const refused = refuseBeyondLimits(api.simulation, operation, scope) ??
            admit(scope) ??
            accept(scope) ??
            (read.kind === 'valid' ? undefined : refuseInvalid(read.kind, read.violations, scope, api));
        const response = refused ?? respond(known, world) ?? nothingToSay(operation.id);
        const requestViolations = read.kind === 'valid' ? NONE : read.violations;
        if (response.later === undefined)
            return finish(response, known, scope, requestViolations);
        return response.later.then(made => finish(asScripted(made ?? nothingToSay(operation.id), response), known, scope, requestViolations));
    };
}
/** Member by member: engines copy whole objects into one another by far slower. */
function readRequest({ baseUrl, basePath, method, receivedAt, url }, operation, { body, cookies, headers, path, query }) {
    return { operation, method, url, baseUrl, basePath, receivedAt, path, query, headers, cookies, body };
}
function scopeOf(request, world, { announce, rowFiles, simulation: { limits } }) {
    return createScope(request, world, { limits, rowFiles, announce });
}
const DETAILS = {
    malformed: 'The body cannot be read',
    invalid: 'The request does not fit its contract',
    unsupportedMediaType: 'The body is of a media type that the operation does not take'
};
function refuseInvalid(kind, violations, scope, { simulation }) {
    return refuse(kind, { ...scope, violations }, simulation, `${DETAILS[kind]} (${scope.request.operation?.id}): ${violations.map(({ message }) => message).join('; ')}`);
}
/** What an operation that documents no response at all is answered with. */
function nothingToSay(operation) {
    const { code, message, statusCode: status = 501 } = new NoResponse(operation);
    return problemResponse({ status, code, title: 'Not Implemented', detail: message });
}
/** Problem details are the stand-in speaking for itself, where the contract has no words. */
function isOurOwnWord({ headers }) {
    return headers['content-type'] === PROBLEM_TYPE;
}
function subscribeCallbacks(resource, operation, scope, { callbacksOf, simulation }) {
    for (const callback of simulation.operations.get(operation)?.callbacks ?? [])
        callbacksOf(scope.world).subscribe(callback, resource, scope);
}
