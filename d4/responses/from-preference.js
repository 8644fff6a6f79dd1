import { nearest } from "../contract/nearest.js";
import { statusOf, successResponse } from "../contract/success-response.js";
import { UnknownPreference } from "../errors.js";
import { findResponse } from "../validation/response-validator.js";
import { answersByStatus } from "./answers-by-status.js";
import { parsePrefer, writePreference } from "./prefer.js";
/**
 * Answers what a client asks for with `Prefer: code=429, example=name, dynamic=true`, as Prism does, and says what was applied;
 * where it asks for nothing, what the world's settings have for the operation.
 * Throws `UnknownPreference` for a status or an example that the operation does not have.
 */
export function fromPreference(operation) {
    const answersFor = answersByStatus(operation);
    return (request, world) => {
        if (request.operation !== operation)
            return undefined;
        const { prefer } = request.headers;
        const asked = prefer === undefined ? NOTHING : parsePrefer(prefer);
        const isAsked = asked.code !== undefined || asked.example !== undefined || asked.dynamic;
        const preferences = isAsked ? asked : toPreferences(world.settings.operations[operation.id]);
        if (preferences === NOTHING)
            return undefined;
        const candidates = candidateStatuses(operation, preferences).flatMap(status => answersFor(status) ?? []);
        const response = choose(candidates, preferences, request, world);
        if (response === undefined && preferences.example !== undefined)
            return refuseExample(operation, preferences);
        return response && isAsked ? withApplied(response, preferences) : response;
    };
}
const NOTHING = { code: undefined, example: undefined, dynamic: false };
function toPreferences(settings) {
    if (settings === undefined)
        return NOTHING;
    const { code, dynamic = false, example } = settings;
    return { code: code === undefined ? undefined : String(code), example, dynamic };
}
/** The statuses to answer with: the one that is asked for, or else the best success and then all others. */
function candidateStatuses(operation, { code }) {
    if (code !== undefined) {
        const status = Number(code);
        const isKnown = /^[1-5]\d\d$/.test(code) && findResponse(operation, status) !== undefined;
        return isKnown ? [status] : refuseCode(operation, code);
    }
    const success = successResponse(operation);
    return success === undefined ? [] : [success, ...operation.responses.filter(other => other !== success)].map(statusOf);
}
function choose(candidates, { code, example, dynamic }, request, world) {
    if (example !== undefined) {
        const holder = candidates.find(answers => answers.hasExample(example));
        return holder?.example(request, world, example);
    }
    if (dynamic)
        return candidates[0]?.generated(request, world, 'chance');
    return code === undefined ? undefined : candidates[0]?.any(request, world);
}
function withApplied(response, { code, example, dynamic }) {
    const applied = [
        ...code === undefined ? [] : [writePreference('code', code)],
        ...example === undefined ? [] : [writePreference('example', example)],
        ...dynamic && example === undefined ? ['dynamic=true'] : []
    ];
    return { ...response, headers: { ...response.headers, 'preference-applied': applied.join(', ') } };
}
function refuseCode({ id, responses }, code) {
    const known = responses.map(({ status }) => status);
    throw new UnknownPreference(`${id} documents no status ${code}${hint(code, known)}`);
}
function refuseExample(operation, { code, example = '' }) {
    const responses = code === undefined ? operation.responses : [findResponse(operation, Number(code))];
    const known = new Set(responses.flatMap(response => response?.content ?? []).flatMap(({ examples }) => examples.map(({ name }) => name)));
    throw new UnknownPreference(`${operation.id} has no example "${example}"${code === undefined ? '' : ` of status ${code}`}${hint(example, [...known])}`);
}
function hint(word, known) {
    const near = nearest(word, known);
    if (known.length === 0)
        return '; it has none';
    return `${near === undefined ? '' : `, did you mean ${near}?`} (it has ${known.join(', ')})`;
}
