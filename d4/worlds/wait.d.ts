import type { World } from './world.ts';
/** How long something waits: by real time, or until the clock of its world has moved so far. */
export interface Wait {
    readonly ms: number;
    readonly by: 'real' | 'clock';
}
/** Resolves when the time has come; earlier where the world goes, or where nobody waits any longer. */
export declare function wait({ by, ms }: Wait, world: World, signal: AbortSignal): Promise<void>;
