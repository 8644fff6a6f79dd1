import type { FastifyInstance } from 'fastify';
/** The one place where an error of the admin API becomes a response: problem details (RFC 9457). */
export declare function replyWithProblems(app: FastifyInstance): void;
