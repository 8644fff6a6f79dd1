import type { Random } from '../worlds/random.ts';
/** Makes texts that fit a pattern. */
export type MakeText = (random: Random) => string;
/**
 * Reads a regular expression as the texts that it stands for: letters, classes, groups, alternatives and repetition. `undefined` for one that
 * looks around or back, and for one that stands for too few texts to tell things apart by.
 */
export declare function textsLike(pattern: string): MakeText | undefined;
