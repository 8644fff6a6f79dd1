import type { Contract } from '../contract/contract.ts';
/** What start-up tells of documents that are served in spite of mistakes; where exactly is found by `standin check`, which has the time. */
export declare function listWarnings(contracts: ReadonlyArray<Pick<Contract, 'file' | 'warnings'>>): string[];
