import type { Delivery } from '../worlds/delivery.ts';
import type { World } from '../worlds/world.ts';
export interface WaitOptions {
    /** What must have become of them; anything but to wait where it is left out. */
    readonly state?: Delivery['state'];
    readonly count: number;
    /** How long to wait at most, in real milliseconds. */
    readonly ms: number;
}
/** Resolves once a world has so many callbacks, when the time is up, or when the world ends. */
export declare function waitForDeliveries(world: World, { state, count, ms }: WaitOptions): Promise<void>;
