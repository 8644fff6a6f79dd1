/** The path of a document's first server, its variables by their defaults: of `https://shop.example/{version}/`, `/v2`. Nothing for the root. */
export declare function basePathOf({ servers }: {
    readonly servers?: unknown;
}): string;
/** A path without slashes at its end, and without segments that mean none. */
export declare function toBasePath(path: string): string;
