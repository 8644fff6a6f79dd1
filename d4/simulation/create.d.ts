import type { Declaration } from './declaration.ts';
import type { OperationLanguage } from './language.ts';
import type { Step } from './step.ts';
interface CreateDeclarations {
    readonly create: Declaration;
    readonly unique: Declaration | undefined;
    readonly capacity: Declaration | undefined;
}
/** Reads `create` with the `unique` and the `capacity` that guard it: all of them are one atomic step. */
export declare function compileCreate({ create, unique, capacity }: CreateDeclarations, language: OperationLanguage): Step;
export {};
