export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';
/** The body of problem details (RFC 9457). */
export function problemBody({ code, detail, more, status, title, violations }) {
    return { type: 'about:blank', title, status, detail, code, ...violations === undefined ? {} : { violations }, ...more };
}
/** An answer in the stand-in's own words, where an API has none. */
export function problemResponse(problem, headers = {}) {
    return {
        status: problem.status,
        headers: { 'content-type': PROBLEM_TYPE, ...headers },
        body: problemBody(problem),
        source: 'refusal'
    };
}
