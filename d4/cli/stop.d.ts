import type { FastifyInstance } from 'fastify';
export interface StopOptions {
    /**
     * How long no request must have come before the connections that are kept alive are cut, in milliseconds.
     * @default 200
     */
    graceMs?: number;
    /**
     * How long the requests in flight may take after that, in milliseconds. Docker kills after ten seconds.
     * @default 8000
     */
    limitMs?: number;
}
/** Stops a server; tells whether everything was answered in time. */
export type Stop = (options?: StopOptions) => Promise<boolean>;
/**
 * Prepares a server, before it listens, to be stopped without losing a request:
 * it then takes no more connections, answers whatever reaches it on those it has, and closes.
 */
export declare function prepareStop(app: FastifyInstance): Stop;
