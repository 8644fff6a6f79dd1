import type { PatternSequence } from './pattern-syntax.ts';
/** The longest text that a backtracking engine surely tries at once; `Infinity` where its cost grows no faster than the text. */
export declare function longestSafe(alternatives: readonly PatternSequence[]): number;
/** The longest text that an engine tries at once whose time grows with the text and with the pattern, repetitions written out. */
export declare function longestLinear(alternatives: readonly PatternSequence[]): number;
