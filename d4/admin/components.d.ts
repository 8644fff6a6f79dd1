import type { FastifyInstance } from 'fastify';
/** Adds the schemas that are spoken of by name. A plugin that added its own would be given the framework's validator in the place of ours. */
export declare function addComponents(app: FastifyInstance): void;
