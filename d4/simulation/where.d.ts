import type { Resource } from '../worlds/resource.ts';
import type { Declaration } from './declaration.ts';
import type { Evaluate } from './expression.ts';
import type { OperationLanguage } from './language.ts';
import type { ResourceType } from './resource-type.ts';
import type { Scope } from './scope.ts';
/** A member with the value that it must equal. */
export type Condition = readonly [name: string, value: Evaluate];
/** Tells whether a resource is in one of the statuses of a `while`. */
export type Fits = (resource: Resource, scope: Scope) => boolean;
/** Reads `where`: names of members, each with the value that it must equal. */
export declare function compileWhere(declaration: Declaration | undefined, type: ResourceType, language: OperationLanguage): Condition[];
/** Reads one condition of a `where`. */
export declare function compileCondition(name: string, value: Declaration, type: ResourceType, language: OperationLanguage): Condition;
/** Reads `while` of a `find`. */
export declare function compileFits(declaration: Declaration | undefined, type: ResourceType): Fits;
/** Tells whether a resource's members equal all values. */
export declare function holds(resource: Resource, conditions: readonly Condition[], scope: Scope): boolean;
/** A member, shown or hidden. */
export declare function valueOf({ hidden, members }: Resource, name: string): unknown;
