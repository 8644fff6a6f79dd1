import type { FastifyInstance } from 'fastify';
import type { ResolvedOptions } from '../options.ts';
/** Makes an app that takes the URLs of all worlds. */
export declare function createBaseApp({ bodyLimit, log }: Pick<ResolvedOptions, 'bodyLimit' | 'log'>): FastifyInstance;
