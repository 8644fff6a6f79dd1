import type { FastifyInstance } from 'fastify';
import type { StandinOptions } from '../options.ts';
import type { Dropped } from './dropped.ts';
import type { Sources } from './snapshot.ts';
/** What a reload has come to. */
export interface Reload {
    /** The operations that there were not before, by id. */
    readonly added: readonly string[];
    /** The operations that are no longer there, by id. */
    readonly gone: readonly string[];
    readonly dropped: readonly Dropped[];
    /** In milliseconds. */
    readonly tookMs: number;
}
/** A stand-in that can read its files anew while it serves. */
export interface ReloadableStandin extends FastifyInstance {
    /**
     * Reads all files anew and serves what they say from then on. The state of the worlds is kept, but for what has nothing to belong to
     * any longer; requests in flight are answered by what was served when they came. Where something cannot be used it rejects with
     * `InvalidDocument`, with every mistake and its place, and all goes on as before.
     */
    reload(): Promise<Reload>;
    /** What is served was read from, and what the latest reload has looked at. */
    sources(): Sources;
}
/** Builds a stand-in server as `createStandin` does, whose files can be read anew. */
export declare function createReloadable(options?: StandinOptions): Promise<ReloadableStandin>;
