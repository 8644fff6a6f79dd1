import type { ResourceTypes } from '../simulation/timeline.ts';
import type { World } from '../worlds/world.ts';
import type { Dropped } from './dropped.ts';
/** Has the resources of a world live by other types; those whose type is gone are forgotten. */
export declare function carryResources(world: World, types: ResourceTypes): Dropped[];
