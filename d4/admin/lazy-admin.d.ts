import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { AdminOptions } from './admin-options.ts';
export interface LazyAdminOptions extends Pick<AdminOptions, 'contracts' | 'version'> {
    /** Builds the admin API as an app of its own. */
    readonly build: () => Promise<FastifyInstance>;
}
/**
 * The admin API, built when it is first asked for more than whether the server answers: it is half of the code, and neither a start
 * nor a server at rest should wait and pay for it.
 */
export declare const lazyAdmin: FastifyPluginAsync<LazyAdminOptions>;
