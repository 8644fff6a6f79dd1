import type { Shape } from '../validation/shape.ts';
/** A simple value of the kind that a schema describes, the same at every time; what it is of a pattern, or of alternatives, nobody knows. */
export declare function leastValue(shape: Shape, depth?: number): unknown;
