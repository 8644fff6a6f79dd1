import type { Violation } from './answers.ts';
export interface ClientErrorDetails {
    readonly code: string;
    readonly status?: number;
    readonly violations?: readonly Violation[];
    readonly cause?: unknown;
}
/** What a stand-in refused, or why it could not be asked. */
export declare class StandinClientError extends Error {
    readonly name = "StandinClientError";
    /** Never changes: that of the problem, `STANDIN_UNREACHABLE` where there was no answer, `STANDIN_NOT_VERIFIED` where something was not as expected. */
    readonly code: string;
    /** The status of the answer; `undefined` where there was none. */
    readonly status: number | undefined;
    /** Everything that is wrong with the request. */
    readonly violations: readonly Violation[];
    constructor(message: string, { cause, code, status, violations }: ClientErrorDetails);
}
/** Makes the error of an answer that refuses a request; `asked` is the request in short. */
export declare function refusalOf(asked: string, status: number, body: unknown): StandinClientError;
