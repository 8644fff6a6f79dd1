/** One of the events that a server sends. */
export interface ServerEvent {
    readonly event: string;
    readonly data: string;
    /** The last id that was told. */
    readonly id: string;
}
/** Reads server-sent events, as the HTML standard has them. */
export declare function readEvents(stream: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent, void, undefined>;
