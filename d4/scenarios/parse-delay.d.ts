import type { Declaration } from '../simulation/declaration.ts';
import type { World } from '../worlds/world.ts';
/** How long an answer waits. */
export interface Delay {
    /** By real time, or until the clock of the world has moved so far. */
    readonly by: 'real' | 'clock';
    /** How long, in milliseconds; what is left to chance follows from the world's seed. */
    readonly draw: (world: World) => number;
}
/** Reads a delay: milliseconds or a duration, or how it is drawn and by which clock it goes. */
export declare function parseDelay(declaration: Declaration): Delay;
/** Reads by which clock something goes. */
export declare function parseBy(declaration: Declaration | undefined): 'real' | 'clock';
/** Reads milliseconds, or an ISO 8601 duration. */
export declare function parseTime(declaration: Declaration): number;
