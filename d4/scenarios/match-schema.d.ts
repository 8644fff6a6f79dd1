import type { Declaration } from '../simulation/declaration.ts';
export type Fits = (value: unknown) => boolean;
/** Compiles a JSON Schema (2020-12) that a test gives, once; refuses a wrong one. */
export declare function compileSchema(declaration: Declaration): Fits;
