import type { ResourceTypes } from '../simulation/timeline.ts';
import type { Agenda } from '../worlds/agenda.ts';
import type { World } from '../worlds/world.ts';
/** Where a clock is to go: to an instant, in milliseconds since 1970; to whatever is due next; or until no resource is in a running status. */
export type Target = number | 'next' | 'idle';
/** Moves the clock of a world on; tells what happened on the way. */
export declare function advance(world: World, target: Target, types: ResourceTypes): Promise<object>;
/** Moves to an instant, keeping what is due on the way. Throws `ClockTooFar`. */
export declare function moveTo(agenda: Agenda, instant: number | undefined): Promise<void>;
