import type { Operation } from '../contract/contract.ts';
import type { Samples } from './samples.ts';
type Json = Record<string, unknown>;
/** How an operation says that it cannot do what it is asked for. */
export interface Refusal {
    readonly reply: Json;
    /** What the overlay has to add to the document for it: a response that the operation does not document. */
    readonly responses: Json | undefined;
}
/** Whether an operation documents a refusal with a status. A `default` that stands for its success does not. */
export declare function isDocumented(operation: Operation, status: number): boolean;
/** How an operation refuses: with the first of some statuses that it documents, else with the first of all, which the overlay has to add. */
export declare function refusal(operation: Operation, statuses: readonly number[], text: string, samples: Samples): Refusal;
/** A reply with an error that an operation documents: what looks like a message says it. */
export declare function refusalReply(operation: Operation, status: number, text: string, samples: Samples): Json;
export {};
