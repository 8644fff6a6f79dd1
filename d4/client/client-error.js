/** What a stand-in refused, or why it could not be asked. */
export class StandinClientError extends Error {
    name = 'StandinClientError';
    /** Never changes: that of the problem, `STANDIN_UNREACHABLE` where there was no answer, `STANDIN_NOT_VERIFIED` where something was not as expected. */
    code;
    /** The status of the answer; `undefined` where there was none. */
    status;
    /** Everything that is wrong with the request. */
    violations;
    constructor(message, { cause, code, status, violations = [] }) {
        super(message, cause === undefined ? undefined : { cause });
        this.code = code;
        this.status = status;
        this.violations = violations;
    }
}
/** Makes the error of an answer that refuses a request; `asked` is the request in short. */
export function refusalOf(asked, status, body) {
    // An answer may come from something else than a stand-in, such as a proxy.
    const { code = 'STANDIN_UNEXPECTED_ANSWER', detail = textOf(body), violations = [] } = typeof body === 'object' && body !== null ? body : {};
    const untold = violations.map(({ message }) => message).filter(message => !detail.includes(message));
    const message = [`${asked} was refused with ${status} ${code}: ${detail}`, ...untold.map(line => `  ${line}`)].join('\n');
    return new StandinClientError(message, { code, status, violations });
}
function textOf(body) {
    return typeof body === 'string' ? body.slice(0, 200) : JSON.stringify(body)?.slice(0, 200) ?? 'without a body';
}
