import { answerByHandler } from "../modules/answer-by-handler.js";
/** The handler of an operation as a source, where there is one; what it leaves open when it has taken its time goes to the rest. */
export function fromHandler({ api, operation }, scopeOf, rest) {
    const handler = api.handlers.get(operation.id);
    if (handler === undefined)
        return [];
    const answer = answerByHandler(operation, handler, api.simulation.types);
    return [(request, world, way) => {
            const response = answer(request, { ...scopeOf(request, world), way });
            if (!(response instanceof Promise))
                return response;
            return { status: 0, headers: {}, body: undefined, source: 'module', later: response.then(made => made ?? rest(request, world, way)) };
        }];
}
/** An answer that took its time, to be sent as scripts have it. */
export function asScripted(made, { clockDelayMs, delayMs, fault, stub }) {
    return { ...made, clockDelayMs, delayMs, fault, stub };
}
