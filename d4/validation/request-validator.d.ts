import type { Operation } from '../contract/contract.ts';
import type { RawRequest, RequestParts } from './request-parts.ts';
import type { Violation } from './violation.ts';
/** A request held against its contract: what it says as far as it could be read, and why it is refused. */
export type RequestReading = {
    readonly kind: 'valid';
    readonly parts: RequestParts;
} | {
    readonly kind: RefusalKind;
    readonly parts: RequestParts;
    readonly violations: readonly Violation[];
};
type RefusalKind = 'malformed' | 'invalid' | 'unsupportedMediaType';
/** Makes a validator of an operation's requests. It finds all violations of a request together. */
export declare function createRequestValidator(operation: Operation): (raw: RawRequest) => RequestReading;
export {};
