import { isAcceptable } from "../responses/choose-media-type.js";
import { writtenMediaType } from "../validation/media-type.js";
import { refuse } from "./refuse.js";
/** Makes the function that refuses requests of clients that take none of the media types in which an operation succeeds (RFC 9110 section 15.5.7). */
export function createAcceptance(api, operation) {
    const content = listSuccessContent(operation);
    const names = [...new Set(content.map(writtenMediaType))].join(', ');
    // Clients keep to one header, as a rule.
    let last;
    return scope => {
        const { accept } = scope.request.headers;
        if (content.length === 0 || typeof accept !== 'string' || accept === '' || accept === '*/*' || accept === last)
            return undefined;
        if (!isAcceptable(content, accept))
            return refuse('notAcceptable', scope, api.simulation, `${operation.id} answers with ${names}, which the Accept header leaves out`);
        last = accept;
        return undefined;
    };
}
function listSuccessContent({ responses }) {
    return responses.filter(({ status }) => status.startsWith('2') || status === 'default').flatMap(({ content }) => content);
}
