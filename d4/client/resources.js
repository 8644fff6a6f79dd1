import { queryText } from "./query-text.js";
/** The most that one page holds. */
const PAGE = 1_000;
/** Reaches one resource of the world that a connection leads to. */
export function createResource({ call }, type, id) {
    const path = `${pathOf(type)}/${encodeURIComponent(id)}`;
    return {
        get: () => call('GET', path),
        put: (seed = {}) => call('PUT', path, seed),
        delete: () => call('DELETE', path),
        status: status => call('PUT', `${path}/status`, { status })
    };
}
/** Lists the types of resources. */
export async function listResourceTypes({ call }) {
    const { types } = await call('GET', '/resources');
    return types;
}
/** Lists all resources of a type, page by page. */
export async function listResources({ call }, type) {
    const all = [];
    for (let after = 0; after !== null;) {
        const { next, resources } = await call('GET', pathOf(type) + queryText({ limit: PAGE, after }));
        all.push(...resources);
        after = next;
    }
    return all;
}
function pathOf(type) {
    return `/resources/${encodeURIComponent(type)}`;
}
