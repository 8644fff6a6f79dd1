import type { Declaration } from './declaration.ts';
import type { Evaluate, Vocabulary } from './expression.ts';
import type { Scope } from './scope.ts';
/** Compiles a JSON value with expressions in it to a function that fills them in. A member whose value is undefined is left out. */
export declare function compileTemplate(declaration: Declaration, vocabulary: Vocabulary): Evaluate;
/** Compiles an object of templates to a function that gives an object. */
export declare function compileObject(declaration: Declaration, vocabulary: Vocabulary): (scope: Scope) => Record<string, unknown>;
/** A value as it stands within a text: nothing for null and what is undefined, JSON for objects and lists. */
export declare function toText(value: unknown): string;
