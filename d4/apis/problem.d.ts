import type { ApiResponse } from '../validation/message.ts';
import type { Violation } from '../validation/violation.ts';
export interface Problem {
    readonly status: number;
    /** Never changes: `STANDIN_UNKNOWN_PATH`. */
    readonly code: string;
    readonly title: string;
    readonly detail: string;
    readonly violations?: readonly Violation[];
    /** Members beside the standard ones. */
    readonly more?: Readonly<Record<string, unknown>>;
}
export declare const PROBLEM_TYPE = "application/problem+json; charset=utf-8";
/** The body of problem details (RFC 9457). */
export declare function problemBody({ code, detail, more, status, title, violations }: Problem): Record<string, unknown>;
/** An answer in the stand-in's own words, where an API has none. */
export declare function problemResponse(problem: Problem, headers?: Record<string, string>): ApiResponse;
