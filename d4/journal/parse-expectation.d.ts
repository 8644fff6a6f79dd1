import type { Operation } from '../contract/contract.ts';
import type { Expectation } from './verify.ts';
/** Reads what requests should have come. Throws `InvalidVerification` for what never could come, with every mistake. */
export declare function parseExpectation(value: unknown, operations: readonly Operation[]): Expectation;
