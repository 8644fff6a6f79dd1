import type { Guard, ResourceIndex } from '../worlds/store.ts';
import type { Resource } from '../worlds/resource.ts';
import type { Declaration } from './declaration.ts';
import type { Evaluate } from './expression.ts';
import type { OperationLanguage } from './language.ts';
import type { MakeReply } from './reply.ts';
import type { ResourceType } from './resource-type.ts';
import type { Scope } from './scope.ts';
/** A `unique` or a `capacity` of an operation: so many resources may be in some statuses at once. */
export interface DeclaredGuard {
    readonly type: ResourceType;
    readonly index: ResourceIndex;
    /** Values of the index's members that the request gives. */
    readonly values: readonly Evaluate[];
    readonly statuses: ReadonlySet<string>;
    readonly max: number;
}
/** A guard with the reply for what it turns away. */
export interface GuardedReply {
    readonly guard: DeclaredGuard;
    /** `reuse` takes the resource in the way instead of a new one. */
    readonly otherwise: MakeReply | 'reuse';
}
/** Reads a `unique` or a `capacity`, which guard the creation of a resource. */
export declare function compileGuard(declaration: Declaration, kind: 'unique' | 'capacity', created: ResourceType, language: OperationLanguage): GuardedReply;
/** The guard for one request. */
export declare function guardFor({ index, max, statuses, type, values }: DeclaredGuard, scope: Scope): Guard;
/** Whole seconds until a guard lets one more pass, by the clock alone; `undefined` where the clock alone will not bring it. */
export declare function secondsUntilFree({ max, statuses, type }: DeclaredGuard, counted: readonly Resource[], now: number): number | undefined;
