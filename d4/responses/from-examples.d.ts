import type { Operation } from '../contract/contract.ts';
import type { ResponseSource } from './response-source.ts';
/** Answers with the first example of an operation's best success; a fixture goes before what stands in the document. */
export declare function fromExamples(operation: Operation): ResponseSource;
