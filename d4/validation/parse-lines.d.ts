import type { BodyReading } from './parse-body.ts';
/** Reads JSON values of which each has a line of its own, as a list. Empty lines are passed over. */
export declare function parseLines(text: string): BodyReading;
/** Reads JSON values of which each begins with a record separator, as a list. */
export declare function parseJsonSequence(text: string): BodyReading;
