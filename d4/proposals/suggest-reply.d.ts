import type { Operation } from '../contract/contract.ts';
import type { BodySource } from './reply-body.ts';
import type { Success } from './success-body.ts';
import type { Deed, OperationSource, Suggestion } from './suggestion.ts';
type Json = Record<string, unknown>;
export interface ReplyParts {
    readonly success?: Success | undefined;
    readonly headers?: Readonly<Record<string, string>>;
    readonly paging?: BodySource['paging'];
    readonly responses?: Json | undefined;
    readonly notes?: readonly string[];
}
/** Proposes steps for an operation with the answer that follows them, in the form that it documents. */
export declare function suggestReply(operation: Operation, source: OperationSource, deed: Deed, steps: Json, { headers, notes, paging, responses, success }: ReplyParts): Suggestion;
export {};
