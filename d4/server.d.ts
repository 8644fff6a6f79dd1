import type { FastifyInstance } from 'fastify';
import type { ServerState } from './admin/admin-options.ts';
import type { LoadedEdition } from './apis/load-edition.ts';
import type { Contract } from './contract/contract.ts';
import type { ResolvedOptions, StandinOptions } from './options.ts';
declare module 'fastify' {
    interface FastifyInstance {
        /** The contracts that are served. */
        contracts: readonly Contract[];
    }
}
/**
 * Builds a stand-in server. It does not listen: call `listen()` or `inject()` on it.
 * Rejects with `InvalidDocument` where a document, a declaration in it, a fixture or a scenario cannot be used, with every mistake and its place.
 */
export declare function createStandin(options?: StandinOptions): Promise<FastifyInstance>;
/** Builds the app that serves an edition and acts on a state. Rejects with `InvalidDocument` where a scenario cannot be used. */
export declare function createApp(edition: LoadedEdition, state: ServerState, options: ResolvedOptions): Promise<FastifyInstance>;
