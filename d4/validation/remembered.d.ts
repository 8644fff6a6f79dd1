import type { Format } from 'ajv/dist/2020.js';
export type Test = (text: string) => boolean;
/** The test of a format that is slow, with the texts that have passed kept in mind: a stand-in gives out the same again and again. */
export declare function remembered(format: Format): Test;
/** A format of texts as a function. */
export declare function toTest(format: Format): Test;
