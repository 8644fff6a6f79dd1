import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { AdminOptions } from './admin-options.ts';
/** Gives the OpenAPI document of the admin API. */
export type AdminDocument = () => Promise<object>;
/**
 * Makes the document when it is first asked for, out of the same routes registered once more: few starts ask,
 * and what describes routes takes longer to load than the documents that ship take to read.
 */
export declare function lazyDocument(prefix: string, options: AdminOptions, registerRoutes: (app: FastifyInstance) => void): AdminDocument;
/** The admin API's own document, and a page to try it. */
export declare const documentationRoutes: FastifyPluginAsync<{
    document: AdminDocument;
}>;
