import type { FastifyInstance } from 'fastify';
import type { ResolvedOptions } from '../options.ts';
import type { AdminOptions } from './admin-options.ts';
/** Builds the admin API as an app of its own, to which requests are passed on. */
export declare function createAdminApp(prefix: string, options: AdminOptions, limits: Pick<ResolvedOptions, 'bodyLimit' | 'log'>): Promise<FastifyInstance>;
