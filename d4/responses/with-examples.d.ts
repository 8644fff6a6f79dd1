import type { Make } from './make.ts';
import type { Schema } from './schema-reader.ts';
/** Makes a maker give the examples of its schemas where they may serve; those that turn out not to fit are passed over from then on. */
export declare function withExamples(facets: readonly Schema[], make: Make): Make;
