import type { PatternSequence } from './pattern-syntax.ts';
/** Tries a text in time that grows no faster than the text. */
export type LinearTest = (text: string) => boolean;
/** Makes a test of a regular expression by RE2, which takes no longer for one text than for another; `undefined` where it cannot have one: it does not look back, nor around. */
export declare function linearTest(alternatives: readonly PatternSequence[]): LinearTest | undefined;
