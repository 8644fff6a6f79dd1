import type { BodyReading } from './parse-body.ts';
/** Reads JSON, and refuses what parsers disagree on (RFC 8259, sections 4, 8.1 and 9): duplicate names, `__proto__`, a byte order mark, numbers that change when read. */
export declare function parseJson(text: string): BodyReading;
