import type { ContractSource, Operation } from './contract.ts';
/** Lists every operation of a document, in its order, with all that they refer to at hand. What cannot be used is left out. */
export declare function listOperations(source: ContractSource): Operation[];
