import type { MediaType } from '../contract/contract.ts';
import type { BodyReading } from './parse-body.ts';
/** Reads a form as the object that its schema describes: repeated names as lists, `a[b]` as members, each value by its type (OpenAPI 3.1, Encoding Object). */
export declare function parseForm(text: string, declared: MediaType | undefined): BodyReading;
