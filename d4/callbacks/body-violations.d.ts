import type { RequestBody } from '../contract/contract.ts';
import type { Violation } from '../validation/violation.ts';
import type { EncodedBody } from './encode-body.ts';
/** Tells where the body of a callback breaks what the contract declares of it, read as its receiver would read it. */
export declare function bodyViolations(encoded: EncodedBody | undefined, declared: RequestBody | undefined): readonly Violation[];
