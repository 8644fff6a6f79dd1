import type { FastifyRequest } from 'fastify';
export declare const WORLD_HEADER = "x-standin-world";
/** A URL with the world that its prefix names: `/~checkout/exports` is `/exports` in the world `checkout`. */
export interface WorldUrl {
    readonly world: string | undefined;
    readonly url: string;
}
/** Takes the world's prefix off a URL. A client that joins its base URL with a path given out by the server doubles the prefix: it counts once. */
export declare function splitWorldPrefix(url: string): WorldUrl;
/**
 * Makes a URL one that the router takes. It would refuse broken percent-encoding before any operation is known;
 * taken literally it finds its operation, whose contract then says what is wrong with it.
 */
export declare function routableUrl(url: string): string;
/** The URL of a request as it came, but for its world's prefix. */
export declare function urlOf({ originalUrl, url }: FastifyRequest): string;
/** The world that a request names, by prefix or header. Throws `WorldAmbiguous` where the two differ. */
export declare function worldNameOf(request: FastifyRequest): string;
/** What a world's URLs begin with: nothing for the default world. */
export declare function worldPath(name: string): string;
