import type { Operation } from '../contract/contract.ts';
import type { Declaration } from '../simulation/declaration.ts';
/** Reads an operation by its name, `mews.addExport`, or as `{ method, path }` with the path as its document has it. */
export declare function parseOperation(declaration: Declaration, operations: readonly Operation[]): Operation;
