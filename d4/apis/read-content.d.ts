import type { FastifyRequest } from 'fastify';
type Done = (error: Error | null, body?: Buffer) => void;
/** The codings of a body that are read (RFC 9110, section 8.4.1). */
export declare const CODINGS: readonly ["gzip", "deflate", "br", "zstd"];
/**
 * Hands on the bytes of a body; those that are compressed, as what they were before. What is wrong is told by errors that
 * carry no more than what came: the API has the words.
 */
export declare function readContent({ headers, routeOptions: { bodyLimit } }: FastifyRequest, bytes: Buffer, done: Done): void;
export {};
