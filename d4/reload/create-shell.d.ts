import type { FastifyInstance } from 'fastify';
import type { ResolvedOptions } from '../options.ts';
/** Makes an app that listens, and leaves every request as it is to the app that is current when it comes. */
export declare function createShell(current: () => FastifyInstance, { log }: ResolvedOptions): FastifyInstance;
