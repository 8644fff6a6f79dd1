import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
/** Leaves a request to another app, as it came and before anything of it has been read. */
export declare function passOn(request: FastifyRequest, reply: FastifyReply, app: FastifyInstance): void;
