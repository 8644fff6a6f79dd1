import type { Random } from '../worlds/random.ts';
/** What texts of a format look like: those of JSON Schema and OpenAPI, and some that documents commonly use. */
export declare const TEXT_FORMATS: Readonly<Record<string, (random: Random) => string>>;
