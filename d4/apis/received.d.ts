import type { FastifyRequest } from 'fastify';
import type { RequestFacts } from '../simulation/scope.ts';
/** What is known of a request before its contract has been held against it. */
export declare function receivedFacts(request: FastifyRequest, world: string): RequestFacts;
