import type { ApiRequest } from '../validation/message.ts';
import type { Fits } from './match-schema.ts';
/** The parts of a request that can be matched. */
export declare const PARTS: readonly ["path", "query", "headers", "cookies", "body"];
export type Part = (typeof PARTS)[number];
/** What a request must have to be matched. Each part is partial unless it is exact. */
export interface When {
    readonly path?: Readonly<Record<string, unknown>>;
    readonly query?: Readonly<Record<string, unknown>>;
    readonly headers?: Readonly<Record<string, unknown>>;
    readonly cookies?: Readonly<Record<string, unknown>>;
    readonly body?: unknown;
    /** The parts that must have nothing else. */
    readonly exact?: readonly Part[];
    /** JSON Schemas that parts must fit. */
    readonly schemas?: {
        readonly [part in Part]?: object | boolean;
    };
    /** Which of the requests that match all else are meant, counted from 1: for whoever counts them. */
    readonly call?: number | {
        readonly from?: number;
        readonly to?: number;
    };
    /** The statuses of the resource that the operation finds. */
    readonly resource?: {
        readonly status: string | readonly string[];
    };
}
/** Compiled schemas that parts must fit. */
export type Schemas = {
    readonly [part in Part]?: Fits;
};
/** Tells the status of the resource that a request's operation finds. */
export type StatusOf = () => string | undefined;
type RequestParts = Pick<ApiRequest, Part>;
/**
 * Compiles what a request must have. Of an object, the members that are given must match; a list must match item by item;
 * all else must be equal. What travels as text in a request may be given as text or as a number. In an exact part,
 * objects have no other members.
 */
export declare function compileWhen(when: When, schemas?: Schemas): (request: RequestParts, statusOf?: StatusOf) => boolean;
/** Whether a value is one that can travel as text. */
export declare function isText(value: unknown): boolean;
export {};
