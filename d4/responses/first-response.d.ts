import type { ResponseSource } from './response-source.ts';
/** Combines sources into one that answers with the first response any of them gives. */
export declare function firstResponse(...sources: readonly ResponseSource[]): ResponseSource;
