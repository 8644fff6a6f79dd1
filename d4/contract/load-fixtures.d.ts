import type { Contract } from './contract.ts';
/** Loads `<directory>/<api>/<operationId>.<status>[.<name>].json` and puts each before the examples of its response. Throws one error that lists all that fit nowhere. */
export declare function loadFixtures(contracts: readonly Contract[], directory: string): Promise<Contract[]>;
