import { withLowerCaseNames } from "../validation/lower-case-names.js";
/** Gives an answer the headers of every answer of its API, above those that its contract gives it, and below its own. */
export function withApiHeaders(response, { voice }, scope) {
    const general = voice.headers?.({ ...scope, statusCode: response.status });
    const { defaultHeaders, headers } = response;
    if (defaultHeaders !== undefined)
        return { ...response, headers: { ...defaultHeaders, ...withLowerCaseNames({ ...general, ...headers }) } };
    return general === undefined ? response : { ...response, headers: { ...general, ...headers } };
}
