import type { Contract, Operation } from '../contract/contract.ts';
import type { TypeNames } from './types-names.ts';
/** Writes an operation as a member: what its requests hold, and its replies by status. */
export declare function operationMember(operation: Operation, source: Contract, names: TypeNames): string;
