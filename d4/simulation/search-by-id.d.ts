import type { Resource } from '../worlds/resource.ts';
import type { Declaration } from './declaration.ts';
import type { OperationLanguage } from './language.ts';
import type { ResourceType } from './resource-type.ts';
import type { Scope } from './scope.ts';
/** Gives the resources that a request may mean. */
export type Search = (scope: Scope) => readonly Resource[];
/** Reads `id` of a `find`, with any `where` beside it: the resource with an id, or those of a list, in its order and each once. */
export declare function compileSearchById(declaration: Declaration, where: Declaration | undefined, type: ResourceType, language: OperationLanguage): Search;
