import type { MediaType } from '../contract/contract.ts';
import type { Violation } from './violation.ts';
/** A body as a value; with what is wrong with it that its schema cannot see. */
export type BodyReading = {
    readonly kind: 'value';
    readonly value: unknown;
    readonly violations: readonly Violation[];
    /** Where the items of a sequence stand: `line 3`. */
    readonly titles?: readonly string[];
} | {
    readonly kind: 'malformed';
    readonly violations: readonly Violation[];
};
/** Reads a body by its content type: JSON, XML, a form, parts, lines or text; bytes of other types stay bytes. What the contract declares for it helps to read it. */
export declare function parseBody(bytes: Buffer, contentType: string, declared: MediaType | undefined): BodyReading;
