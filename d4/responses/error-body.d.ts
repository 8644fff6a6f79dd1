import type { Shape } from '../validation/shape.ts';
import type { Violation } from '../validation/violation.ts';
/** What there is to say of a request that is refused. */
export interface ErrorFacts {
    readonly status: number;
    /** Never changes: `STANDIN_INVALID_REQUEST`. */
    readonly code: string;
    readonly title: string;
    readonly detail: string;
    readonly violations: readonly Violation[];
    /** The path and query that were asked for. */
    readonly url: string;
    /** As an RFC 3339 date-time. */
    readonly at: string;
}
/**
 * Fills the form that a document has for its errors, by the names that are usual in such forms; what is required beside
 * is given the least value that it can have. Whether the result fits is for the schema to say.
 */
export declare function toErrorBody(shape: Shape, facts: ErrorFacts): unknown;
