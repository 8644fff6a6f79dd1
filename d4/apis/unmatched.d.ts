import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from './api.ts';
/** Makes the handler for requests that find no operation: in the words of the API that they come nearest to. */
export declare function refuseUnmatched(apis: readonly Api[]): (request: FastifyRequest, reply: FastifyReply) => FastifyReply;
