import type { OperationSource, Suggestion } from './suggestion.ts';
/** Proposes what the operations of a collection do, in the order in which a thing lives. */
export declare function suggestOperations(source: OperationSource): Suggestion[];
