export interface ConnectionOptions {
    /** What the admin API asks for, where the server was started with a token. */
    readonly token?: string | undefined;
    /**
     * What requests are sent with.
     * @default the global one
     */
    readonly fetch?: typeof fetch;
}
/** The admin API of a server, or of one of its worlds. */
export interface Connection {
    /** Sends a request and reads the answer. Throws `StandinClientError` where it is refused. The caller knows what the answer is. */
    call<Answer = undefined>(method: string, path: string, body?: unknown): Promise<Answer>;
    /** Opens a stream of server-sent events. */
    open(path: string, signal?: AbortSignal): Promise<ReadableStream<Uint8Array>>;
}
/** Connects to the admin API below a base URL. Nothing is sent before something is called. */
export declare function createConnection(url: string, { fetch: send, token }: ConnectionOptions): Connection;
