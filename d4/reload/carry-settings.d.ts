import type { Violation } from '../validation/violation.ts';
import type { Settings } from '../worlds/settings.ts';
import type { World } from '../worlds/world.ts';
import type { Dropped } from './dropped.ts';
/** Takes out of the settings of a world what speaks of things that are gone. */
export declare function carrySettings(world: World, check: (settings: Settings) => readonly Violation[]): Dropped[];
