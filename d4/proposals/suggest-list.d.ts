import type { Operation } from '../contract/contract.ts';
import type { OperationSource, Suggestion } from './suggestion.ts';
/** Proposes what a list answers: all things, or those that the query asks for, and of those a page. */
export declare function suggestList(operation: Operation, source: OperationSource): Suggestion;
