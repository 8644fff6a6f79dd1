import type { MediaType } from '../contract/contract.ts';
import type { BodyReading } from './parse-body.ts';
/**
 * Reads a multipart body as its schema describes it: an object whose members are the named parts, repeated ones as lists (RFC 7578),
 * or a list of the parts in their order. Parts that are neither JSON nor text stay bytes.
 */
export declare function parseMultipart(bytes: Buffer, contentType: string, declared: MediaType | undefined): BodyReading;
