import type { Random } from '../worlds/random.ts';
import type { Lengths } from './text-maker.ts';
/** Makes the function that draws texts that fit patterns (ECMA 262); the nearest to it that could be drawn where none does. */
export declare function createPatternText(patterns: readonly string[], lengths: Lengths): (random: Random) => string;
