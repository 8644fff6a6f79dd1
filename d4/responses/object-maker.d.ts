import type { Make } from './make.ts';
import type { Schema } from './schema-reader.ts';
import type { ValueMakers } from './value-makers.ts';
/** Makes the maker of objects that fit schemas. */
export declare function objectMaker(facets: readonly Schema[], makers: ValueMakers): Make;
