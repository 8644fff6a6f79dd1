import type { Api } from './api.ts';
import type { SharedRoute } from './shared-routes.ts';
/** A path at which operations are served. */
export interface ServedRoute {
    readonly contexts: SharedRoute;
    /** The path of the API's server, where it is served under that: `/v2`. */
    readonly prefix: string;
    readonly method: string;
    /** With the prefix. */
    readonly path: string;
}
/**
 * Lists where the operations of all APIs are served: under the path of their server, and at their own paths too
 * where no other document is served there and none says where alone it is to be.
 */
export declare function listServedRoutes(apis: readonly Api[]): ServedRoute[];
