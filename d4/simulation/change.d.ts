import type { Declaration } from './declaration.ts';
import type { OperationLanguage } from './language.ts';
import type { ResourceType } from './resource-type.ts';
import type { Step } from './step.ts';
/** How a resource is changed: `update` replaces its members, `patch` merges into them (RFC 7396). */
export type ChangeKind = 'update' | 'patch';
/** Reads `update` or `patch`: what becomes of the resource that was found. All of it is one atomic step. */
export declare function compileChange(declaration: Declaration, kind: ChangeKind, type: ResourceType, language: OperationLanguage): Step;
