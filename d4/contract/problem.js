import { InvalidDocument } from "../errors.js";
/** Writes a problem as compilers do: `openapi/mews.yaml:12:3 unknown method …`. */
export function formatProblem({ severity, file, place, message }) {
    const text = severity === 'warning' ? `warning: ${message}` : message;
    return place === undefined ? `${file} ${text}` : `${place.file ?? file}:${place.line}:${place.column} ${text}`;
}
/** Makes one error of all problems, one a line: the errors first, in the order of the files and of the places in them. */
export function createInvalidDocument(problems) {
    return Object.assign(new InvalidDocument(listLines(problems).join('\n')), { problems });
}
/** Writes problems, one a line and each once, the worst first. */
export function listLines(problems) {
    // What several operations refer to is looked at for each of them.
    return [...new Set(sortProblems(problems).map(formatProblem))];
}
/** The problems that an error tells; throws any other error. */
export function problemsOf(error) {
    if (error instanceof InvalidDocument && 'problems' in error)
        return error.problems; // only `createInvalidDocument` makes it
    throw error;
}
/** Orders problems: the worst first, then in the order of the files and of the places in them. */
export function sortProblems(problems) {
    return problems.toSorted((a, b) => rank(a) - rank(b) || byPlace(a, b));
}
function rank({ severity }) {
    return severity === 'warning' ? 1 : 0;
}
function byPlace(a, b) {
    const files = [a.place?.file ?? a.file, b.place?.file ?? b.file];
    if (files[0] !== files[1])
        return files[0] < files[1] ? -1 : 1;
    return (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);
}
