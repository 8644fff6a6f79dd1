import { successResponse } from "../contract/success-response.js";
import { DocumentedAnswers } from "./documented-answers.js";
/** Answers with the first example of an operation's best success; a fixture goes before what stands in the document. */
export function fromExamples(operation) {
    const success = successResponse(operation);
    const answers = success && new DocumentedAnswers(success);
    return (request, world) => request.operation === operation ? answers?.example(request, world) : undefined;
}
