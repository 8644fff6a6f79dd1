import type { World } from './world.ts';
/** Makes the function that finds what belongs to a world: it is made when it is first asked for, and lives as long as the world. */
export declare function byWorld<T extends object>(make: (world: World) => T): (world: World) => T;
