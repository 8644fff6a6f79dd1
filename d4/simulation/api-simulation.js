import { DeclarationRefused, compileAll, compileEach } from "./declaration.js";
import { vocabularyOf } from "./language.js";
import { Limit } from "./limit.js";
import { compileHeaders, compileReply } from "./reply.js";
import { compileTemplate } from "./template.js";
/** Why a request is refused before anything is asked what to answer. */
export const REFUSALS = ['malformed', 'invalid', 'unauthorized', 'forbidden', 'notFound', 'methodNotAllowed', 'notAcceptable', 'tooLarge', 'unsupportedMediaType'];
/** Reads the `x-standin` at the root of a document, but for its resources and replies. */
export function compileVoice(declared, language) {
    const compiled = compileEach({
        headers: () => declared.headers && compileHeaders(declared.headers, vocabularyOf(language)),
        refusals: () => compileAll(declared.refusals?.entries() ?? [], ([name, reply]) => {
            const refusal = REFUSALS.find(known => known === name);
            if (refusal === undefined)
                return reply.refuseWord('refusal', name, REFUSALS);
            return [refusal, compileRefusal(refusal, reply, language, declared.credentials !== undefined)];
        }),
        credentials: () => compileAll(declared.credentials?.entries() ?? [], ([name, value]) => [name, compileTemplate(value, vocabularyOf(language))]),
        limits: () => compileAll(declared.limits?.entries() ?? [], ([name, limit]) => compileLimitReply(name, limit, language))
    });
    const refusals = new Map(compiled.refusals);
    return {
        headers: compiled.headers,
        words: refusal => refusals.has(refusal),
        refuse: (refusal, scope) => refusals.get(refusal)?.(scope),
        credentials: new Map(compiled.credentials),
        limits: compiled.limits
    };
}
/** Reads a limit itself, of which the other declarations can speak. */
export function compileLimit(name, declaration, { api, operations }) {
    const { by, max, per, enabled } = declaration.members(['by', 'max', 'per', 'enabled', 'else'], ['by', 'max', 'per', 'else']);
    if (by === undefined || max === undefined || per === undefined)
        return declaration.refuse('needs "by", "max" and "per"');
    const compiled = compileEach({
        by: () => compileTemplate(by, { heads: new Set(), limits: [], operations, known: {} }),
        enabled: () => enabled?.flag() ?? true,
        max: () => max.integer(0),
        ms: () => per.duration()
    });
    return new Limit({ id: `${api}.${name}`, by: compiled.by, enabled: compiled.enabled, window: { max: compiled.max, ms: compiled.ms } });
}
function compileRefusal(refusal, reply, language, hasCredentials) {
    const vocabulary = vocabularyOf(language, {}, 'violations');
    // An operation must document the status with which its API refuses it, or the refusal would break the contract.
    const refused = language.operations.filter(operation => mayBeRefused(operation, refusal, hasCredentials));
    const [inGeneral] = compileAll([undefined, ...refused], operation => compileReply(reply, { language, vocabulary, operation, source: 'refusal' }));
    return inGeneral ?? reply.refuse('is no reply');
}
/** Tells whether requests to an operation can be refused for a reason at all. */
function mayBeRefused({ body, parameters, responses, security }, refusal, hasCredentials) {
    switch (refusal) {
        // The operation is not known yet: its status need not be in any list.
        case 'notFound':
        case 'methodNotAllowed':
            return false;
        case 'malformed':
        case 'tooLarge':
        case 'unsupportedMediaType':
            return body !== undefined;
        case 'invalid':
            return body !== undefined || parameters.length > 0;
        case 'unauthorized':
            return hasCredentials || security.length > 0;
        case 'forbidden':
            return security.some(schemes => schemes.some(({ scopes }) => scopes.length > 0));
        case 'notAcceptable':
            return responses.some(({ content, status }) => (status.startsWith('2') || status === 'default') && content.length > 0);
    }
}
function compileLimitReply(name, declaration, language) {
    const { else: otherwise } = declaration.parts();
    const limit = language.limits.get(name);
    // What is wrong with the limit itself has been reported.
    if (otherwise === undefined || limit === undefined)
        throw new DeclarationRefused();
    const vocabulary = vocabularyOf(language, {}, 'retryAfter');
    const replies = new Map(compileAll(language.operations, operation => [operation.id, compileReply(otherwise, { language, vocabulary, operation, source: 'simulation' })]));
    const inGeneral = compileReply(otherwise, { language, vocabulary, source: 'simulation' });
    return { limit, replyFor: ({ id }) => replies.get(id) ?? inGeneral };
}
