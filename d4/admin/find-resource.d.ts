import type { ResourceType } from '../simulation/resource-type.ts';
import type { Resource } from '../worlds/resource.ts';
import type { World } from '../worlds/world.ts';
import type { AdminOptions } from './admin-options.ts';
/** The type of a name. Throws `UnknownResourceType`. */
export declare function typeNamed(name: string, types: AdminOptions['types']): ResourceType;
/** The resource of a type and an id. Throws `UnknownResourceType` or `UnknownResource`. */
export declare function findResource(of: {
    readonly type: string;
    readonly id: string;
}, types: AdminOptions['types'], { store }: World): {
    readonly type: ResourceType;
    readonly resource: Resource;
};
