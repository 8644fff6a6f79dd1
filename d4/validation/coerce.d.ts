import type { Shape } from './shape.ts';
/** Reads text as the kind of value that is described, if it is one; otherwise it stays text, for the schema to refuse. */
export declare function coerce(text: string, { kinds }: Shape): unknown;
