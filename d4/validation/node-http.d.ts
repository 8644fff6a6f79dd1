/**
 * Parts of Node's `http`, which is required here because an `import` touches all that it exports: among that is a
 * WebSocket client, which nothing here uses and which takes some 30 ms and 12 MiB to load.
 */
export declare const STATUS_CODES: {
    [errorCode: number]: string | undefined;
    [errorCode: string]: string | undefined;
}, request: typeof import("http").request, validateHeaderName: typeof import("http").validateHeaderName;
