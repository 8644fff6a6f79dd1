import { World } from './world.ts';
import type { WorldOptions } from './world.ts';
import type { ResourceIndex } from './store.ts';
/** The world of a request that names none. */
export declare const DEFAULT_WORLD = "default";
/** The form of a world's name, as the start of a regular expression: it can stand in a URL and in a header as it is. */
export declare const WORLD_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
export interface WorldsOptions extends WorldOptions {
    /** How many worlds there may be; past it, the longest unused goes. */
    readonly maxWorlds: number;
}
/** The worlds of a server. One is made when it is first used. */
export declare class Worlds {
    #private;
    /** How many worlds were dropped to make room. */
    dropped: number;
    constructor(options: WorldsOptions);
    /** The world of a name. Throws `InvalidWorldName` for one that cannot be. */
    get(name: string): World;
    /** Gives a world back its start. */
    reset(name: string): World;
    /** Tells whether there was one. */
    delete(name: string): boolean;
    /** Every world, the longest unused first. */
    list(): World[];
    /** Keeps the resources of every world under other indexes from now on. */
    reindex(indexes: readonly ResourceIndex[]): void;
    close(): void;
}
