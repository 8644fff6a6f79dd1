import type { ApiTypes, Contracts, StandinServer, World } from './client/index.ts';
import type { StandinOptions } from './options.ts';
/** A test of tap (`teardown`), of node:test (`after`) or of vitest (`onTestFinished`). */
export type TestContext = {
    teardown(close: () => Promise<void>): unknown;
} | {
    after(close: () => Promise<void>): unknown;
} | {
    onTestFinished(close: () => Promise<void>): unknown;
};
/** A stand-in that runs within the process of the tests. */
export interface StartedStandin<Api extends ApiTypes = Contracts> {
    /** The base URL of its first world, for the code under test. */
    readonly url: string;
    /** Its first world. */
    readonly world: World<Api>;
    /** For further worlds, so that tests can share the server. */
    readonly server: StandinServer<Api>;
    /** Stops it. `await using` does it at the end of the block. */
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}
/**
 * Starts a stand-in on a free port of this machine. It stops when the test ends that it is given, or else by `close`.
 * Rejects as `createStandin` does where a document or an option cannot be used.
 */
export declare function startStandin<Api extends ApiTypes = Contracts>(options?: StandinOptions): Promise<StartedStandin<Api>>;
export declare function startStandin<Api extends ApiTypes = Contracts>(test: TestContext, options?: StandinOptions): Promise<StartedStandin<Api>>;
