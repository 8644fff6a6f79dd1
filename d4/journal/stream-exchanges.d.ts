import { Readable } from 'node:stream';
import type { World } from '../worlds/world.ts';
import type { ExchangeFilter } from './find-exchanges.ts';
export interface StreamOptions {
    readonly filter?: ExchangeFilter;
    /** The id of an exchange: those after it come first. From now on, where it is left out. */
    readonly after?: string;
    /**
     * After how many real milliseconds without an exchange a comment keeps the connection open.
     * @default 15000
     */
    readonly heartbeatMs?: number;
}
/**
 * Tells of the exchanges of a world as they come, as server-sent events (HTML standard, section 9.2). They are read from the journal when
 * there is room to send them, so that a slow reader costs no memory and no request waits. It ends with the world.
 */
export declare function streamExchanges(world: World, { filter, after, heartbeatMs }?: StreamOptions): Readable;
