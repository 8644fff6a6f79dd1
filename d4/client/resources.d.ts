import type { Resource, ResourceTypeState } from './answers.ts';
import type { ApiTypes, Lifecycle, ResourceStatus, ResourceTypeId } from './api.ts';
import type { Connection } from './connection.ts';
/** What a resource is seeded with. */
export interface Seed<Api extends ApiTypes, Type extends ResourceTypeId<Api>> {
    /** What clients see of it, beside its id, its status and what its type declares. */
    readonly members?: Readonly<Record<string, unknown>>;
    /** What is kept of it and never shown. */
    readonly hidden?: Readonly<Record<string, unknown>>;
    /** The first of its lifecycle where it is left out. */
    readonly status?: ResourceStatus<Api, Type>;
    readonly lifecycle?: Lifecycle<Api, Type>;
}
/** One resource of a world. */
export interface WorldResource<Api extends ApiTypes, Type extends ResourceTypeId<Api>> {
    get(): Promise<Resource>;
    /** Seeds it, in the place of any with its id. */
    put(seed?: Seed<Api, Type>): Promise<Resource>;
    /** Makes it missing, even if its type takes such ids to exist. */
    delete(): Promise<void>;
    /** Forces it into a status. */
    status(status: ResourceStatus<Api, Type>): Promise<Resource>;
}
/** Reaches one resource of the world that a connection leads to. */
export declare function createResource<Api extends ApiTypes, Type extends ResourceTypeId<Api>>({ call }: Connection, type: Type, id: string | number): WorldResource<Api, Type>;
/** Lists the types of resources. */
export declare function listResourceTypes({ call }: Connection): Promise<ResourceTypeState[]>;
/** Lists all resources of a type, page by page. */
export declare function listResources({ call }: Connection, type: string): Promise<Resource[]>;
