import type { Violation } from '../validation/violation.ts';
import type { Resource } from '../worlds/resource.ts';
import type { World } from '../worlds/world.ts';
import type { ResourceType } from './resource-type.ts';
/** What a resource is seeded with. */
export interface Seed {
    readonly members?: Readonly<Record<string, unknown>>;
    readonly hidden?: Readonly<Record<string, unknown>>;
    /** The status that it is put into; the first of its lifecycle where it is left out. */
    readonly status?: string;
    /** The lifecycle that it takes; that of the world's settings where it is left out. */
    readonly lifecycle?: string;
}
/** Puts a resource into a world, in the place of any with its id. Throws `InvalidResource` for what its type does not know. */
export declare function seedResource(type: ResourceType, id: string, seed: Seed, world: World): Resource;
/** Puts a resource into a status, from which it goes on. Throws `InvalidResource` where its type has no such status. */
export declare function forceStatus(resource: Resource, type: ResourceType, status: string, world: World): void;
/** Takes a resource out of a world; from then on its id does not exist, even if its type takes such ids to exist. */
export declare function removeResource(type: ResourceType, id: string, world: World): void;
/** Deletes a resource as a request asks for it; that its id does not exist need only be remembered where its type takes it to. */
export declare function deleteResource(type: ResourceType, id: string, world: World): void;
/** Everything that is wrong with what a resource is to be seeded with. */
export declare function listSeedViolations(type: ResourceType, id: string, { lifecycle, members, status }: Seed): Violation[];
/** Refuses a status that a type does not have: throws `InvalidResource`. */
export declare function unknownStatusOf(type: ResourceType, status: string): never;
