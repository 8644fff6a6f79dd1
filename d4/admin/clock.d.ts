import type { FastifyPluginAsync } from 'fastify';
import type { ClockMode } from '../worlds/clock.ts';
import type { World } from '../worlds/world.ts';
import type { AdminOptions } from './admin-options.ts';
/** How a clock is to go from now on. */
export interface ClockBody {
    readonly mode: ClockMode;
    readonly now?: string;
}
/** The clock of a world: what it says, how it goes, and moving it on. */
export declare const clockRoutes: FastifyPluginAsync<AdminOptions>;
/** Stops a clock or sets it going, after it has been moved on. Throws `ClockBackward` or `ClockTooFar`. */
export declare function moveClock({ agenda, clock }: World, { mode, now }: ClockBody): Promise<void>;
