const USAGE_CODES = ['STANDIN_UNKNOWN_OPTION', 'STANDIN_UNKNOWN_VERB', 'STANDIN_INVALID_OPTION'];
/**
 * Tells an error as lines to print; `address` is where the server was to listen.
 * Only an error without a code, which is a fault of this program, comes with its stack trace.
 */
export function describeFailure(error, address) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const listening = address === undefined ? undefined : listenProblem(code, address.host, address.port);
    return {
        lines: (listening ?? textOf(error, code)).split('\n').filter(line => line !== ''),
        exitCode: USAGE_CODES.includes(code) ? 2 : 1
    };
}
function textOf(error, code) {
    if (!(error instanceof Error))
        return String(error);
    return code === undefined ? error.stack ?? error.message : error.message;
}
function listenProblem(code, host, port) {
    switch (code) {
        case 'EADDRINUSE': return `Port ${port} of ${host} is in use: choose another one with --port, or let --port 0 find a free one`;
        case 'EACCES': return `This user may not listen on port ${port} of ${host}: choose one above 1023 with --port`;
        case 'EADDRNOTAVAIL':
        case 'ENOTFOUND':
        case 'EAI_AGAIN': return `"${host}" is not an address of this machine: choose one with --host, such as 127.0.0.1 or 0.0.0.0`;
    }
}
