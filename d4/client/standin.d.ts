import type { Answer } from './answers.ts';
import type { ApiTypes } from './api.ts';
import type { ConnectionOptions } from './connection.ts';
import type { Contracts } from './contracts.ts';
import type { World } from './world.ts';
/** A stand-in that runs somewhere. */
export interface StandinServer<Api extends ApiTypes = Contracts> {
    /** Its base URL, without a slash at the end. */
    readonly url: string;
    /** Enters a world: a fresh one, which no one else has, where no name is given. Rejects where the server does not answer, or not to this token. */
    world(name?: string): Promise<World<Api>>;
    /** Lists the worlds that there are. */
    worlds(): Promise<Answer<'listWorlds'>['worlds']>;
    /** Tells that the server answers, and what it serves. */
    health(): Promise<Answer<'readHealth'>>;
}
/**
 * Reaches a stand-in by its base URL. Its operations are those of the contracts that ship;
 * `standin<MyApi>(url)` has those of your own, as `standin types my.yaml` writes them. Nothing is sent yet.
 */
export declare function standin<Api extends ApiTypes = Contracts>(url: string | URL, options?: ConnectionOptions): StandinServer<Api>;
