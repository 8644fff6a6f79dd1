import type { Make } from './make.ts';
import type { Schema } from './schema-reader.ts';
/** Makes the maker of numbers that fit schemas. */
export declare function numberMaker(facets: readonly Schema[], isInteger: boolean): Make;
