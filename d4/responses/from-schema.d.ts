import type { Operation } from '../contract/contract.ts';
import type { ResponseSource } from './response-source.ts';
/** Answers with a best success that is generated from its schema, another one each time. */
export declare function fromSchema(operation: Operation): ResponseSource;
