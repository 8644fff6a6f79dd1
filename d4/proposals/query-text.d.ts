import type { Parameter } from '../contract/contract.ts';
/** Writes values as the query of a URL, each in the style of its parameter. */
export declare function queryText(values: ReadonlyArray<readonly [name: string, value: unknown]>, parameters: readonly Parameter[]): string;
