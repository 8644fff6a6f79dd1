import { stopwatch } from "../worlds/clock.js";
import { urlOf, worldPath } from "./world-of.js";
/** What is known of a request before its contract has been held against it. */
export function receivedFacts(request, world) {
    const basePath = worldPath(world);
    return {
        method: request.method,
        url: urlOf(request),
        baseUrl: `${request.protocol}://${request.host}${basePath}`,
        basePath,
        receivedAt: stopwatch(),
        path: {},
        query: {},
        headers: request.headers,
        cookies: {},
        body: undefined
    };
}
