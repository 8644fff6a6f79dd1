import type { Operation } from '../contract/contract.ts';
import type { RawRequest, RequestParts } from './request-parts.ts';
import type { ViolationList } from './violation-list.ts';
/** Reads path, query, headers and cookies of a request; adds what is wrong with them to a list. */
export type ParametersReader = (raw: RawRequest, violations: ViolationList) => Omit<RequestParts, 'body'>;
/** Makes a reader of an operation's parameters, of all styles. It never throws on what a client sends. */
export declare function createParametersReader({ parameters }: Operation): ParametersReader;
