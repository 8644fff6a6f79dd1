import type { Draft } from '../worlds/store.ts';
import type { ResourceType } from './resource-type.ts';
import type { Scope } from './scope.ts';
/** What a resource is created with. */
export interface NewMembers {
    /** Left out where it gets one of its type. */
    readonly id: string | undefined;
    readonly members: Readonly<Record<string, unknown>> | undefined;
    readonly hidden: Readonly<Record<string, unknown>> | undefined;
}
/** A resource as it is before it has been put into its world, at the beginning of its way. */
export declare function createDraft(type: ResourceType, { hidden, id, members }: NewMembers, scope: Scope): Draft;
/** The id that a request gives; `undefined` where it gives none. Throws `InvalidResource` for one that the type cannot have. */
export declare function toId(value: unknown, type: ResourceType): string | undefined;
