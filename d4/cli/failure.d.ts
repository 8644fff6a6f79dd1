/** What goes wrong between a command line and a server that listens, in the words of the one who reads it. */
export interface Failure {
    /** One for each problem. */
    readonly lines: readonly string[];
    /** 2 where the command line is at fault, else 1. */
    readonly exitCode: number;
}
/**
 * Tells an error as lines to print; `address` is where the server was to listen.
 * Only an error without a code, which is a fault of this program, comes with its stack trace.
 */
export declare function describeFailure(error: unknown, address?: {
    readonly host: string;
    readonly port: number;
}): Failure;
