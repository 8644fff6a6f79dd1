import { routeKey } from "../contract/route-url.js";
import { listRoutes } from "./shared-routes.js";
/**
 * Lists where the operations of all APIs are served: under the path of their server, and at their own paths too
 * where no other document is served there and none says where alone it is to be.
 */
export function listServedRoutes(apis) {
    const listed = apis.flatMap(api => listRoutes(api).map(contexts => ({ contexts, contract: api.contract })));
    const own = listed.map(({ contexts, contract }) => toServed(contexts, contract.basePath));
    const bare = listed.filter(({ contract }) => contract.basePath !== '' && !contract.isMounted).map(({ contexts }) => toServed(contexts, ''));
    // Of two documents that have one path, a request without their prefix could be for either.
    const claims = Map.groupBy([...own, ...bare], keyOf);
    return [...own, ...bare.filter(route => claims.get(keyOf(route))?.length === 1)];
}
function toServed(contexts, prefix) {
    const { method, path } = contexts[0].operation;
    return { contexts, prefix, method, path: `${prefix}${path}` };
}
function keyOf({ method, path }) {
    return routeKey(method, path);
}
