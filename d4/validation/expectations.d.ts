import type { ErrorObject } from 'ajv/dist/2020.js';
/** What a failed keyword asks of the value, to be read after "must": `be a uuid`. */
export declare function toExpected(error: ErrorObject): string;
