import type { ResourceType } from '../simulation/resource-type.ts';
import type { Scope } from '../simulation/scope.ts';
import type { Resource } from '../worlds/resource.ts';
/** A resource as the admin API shows it: what clients see of it, and what they do not. */
export declare function showResource(resource: Resource, type: ResourceType, scope: Scope): object;
/** A type of resource as the admin API shows it, with how many a world holds. */
export declare function showType({ defaultLifecycle, id, lifecycles, running }: ResourceType, count: number): object;
