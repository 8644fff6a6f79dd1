import { StandinClientError } from "./client-error.js";
/** Makes the error of an expectation that does not hold: what is wrong, and what came nearest, with what differed. */
export function mismatchOf(expectation, { nearest, problem = 'Requests did not come as expected' }) {
    const { when } = expectation;
    const message = [
        problem,
        ...when === undefined ? [] : [`Expected with ${JSON.stringify(when)}`],
        ...nearest === undefined ? [] : nearestLines(nearest)
    ].join('\n');
    return new StandinClientError(message, { code: 'STANDIN_NOT_VERIFIED' });
}
function nearestLines({ differences, request: { id, operation, request, response } }) {
    return [
        `The nearest was request ${id}, ${operation ?? `${request.method} ${request.url}`}, answered with ${response.status}:`,
        ...differences.map(({ actual, expected, where }) => `  ${where}: expected ${shown(expected)}, but was ${shown(actual)}`)
    ];
}
function shown(value) {
    return value === undefined ? 'absent' : JSON.stringify(value);
}
