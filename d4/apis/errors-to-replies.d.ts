import type { FastifyInstance } from 'fastify';
import type { ChooseOperation } from './shared-routes.ts';
declare module 'fastify' {
    interface FastifyContextConfig {
        /** Finds the operation that a route of the APIs serves. */
        standin?: ChooseOperation;
    }
}
/** The one place where an error of the APIs becomes a response. */
export declare function replyWithErrors(app: FastifyInstance): void;
