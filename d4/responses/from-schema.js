import { successResponse } from "../contract/success-response.js";
import { DocumentedAnswers } from "./documented-answers.js";
/** Answers with a best success that is generated from its schema, another one each time. */
export function fromSchema(operation) {
    const success = successResponse(operation);
    const answers = success && new DocumentedAnswers(success);
    return (request, world) => request.operation === operation ? answers?.generated(request, world, 'examples') : undefined;
}
