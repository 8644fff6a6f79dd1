import { findResponse } from "../validation/response-validator.js";
import { DocumentedAnswers } from "./documented-answers.js";
/** Makes the function that finds the answers which an operation documents for a status; each is made ready when it is first asked for. */
export function answersByStatus(operation) {
    const known = new Map();
    return status => {
        const ready = known.get(status);
        if (ready !== undefined)
            return ready;
        const definition = findResponse(operation, status);
        if (definition === undefined)
            return undefined;
        const answers = new DocumentedAnswers(definition, status);
        known.set(status, answers);
        return answers;
    };
}
