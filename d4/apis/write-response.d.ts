import type { FastifyReply } from 'fastify';
import type { ApiResponse, FileContent } from '../validation/message.ts';
import type { World } from '../worlds/world.ts';
/** A body as it goes out. */
export type Payload = string | Buffer | FileContent | undefined;
/** Writes an answer, in pieces where that is scripted. */
export declare function writeResponse(reply: FastifyReply, response: ApiResponse, world?: World): FastifyReply;
/**
 * Gives a reply the status and the headers of an answer, and tells what its body is. JSON is written as it is, never through a schema,
 * which would hide members that the contract does not know.
 */
export declare function prepareResponse(reply: FastifyReply, { body, headers, status }: ApiResponse): Payload;
