import type { FastifyInstance } from 'fastify';
/**
 * Lets pages of any origin read every answer with all its headers, and answers what browsers ask before (Fetch standard, CORS protocol).
 * What is allowed is the same for all: a library that decides for each request would cost a quarter of what all of an answer does.
 */
export declare function allowOtherOrigins(app: FastifyInstance): void;
