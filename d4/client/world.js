import { createCallbacks } from "./callbacks.js";
import { StandinClientError } from "./client-error.js";
import { createClock } from "./clock.js";
import { createConnection } from "./connection.js";
import { createJournal } from "./journal.js";
import { createResource, listResources, listResourceTypes } from "./resources.js";
import { createScenarios } from "./scenarios.js";
import { createSettings } from "./settings.js";
import { createStubs } from "./stubs.js";
/** Reaches a world by its name; it is made when it is first used. */
export function createWorld(server, name, options) {
    const url = `${server}/~${encodeURIComponent(name)}`;
    const connection = createConnection(url, options);
    const { call } = connection;
    const scenarios = createScenarios(connection);
    const close = async () => {
        await createConnection(server, options).call('DELETE', `/worlds/${encodeURIComponent(name)}`).catch(unlessGone);
    };
    function resources(type) {
        return type === undefined ? listResourceTypes(connection) : listResources(connection, type);
    }
    return {
        name,
        url,
        headers: { 'x-standin-world': name },
        clock: createClock(connection),
        settings: createSettings(connection),
        scenarios,
        start: scenarios.start,
        ...createStubs(connection),
        resources,
        resource: (type, id) => createResource(connection, type, id),
        ...createJournal(connection),
        ...createCallbacks(connection),
        reset: () => call('POST', '/reset'),
        close,
        [Symbol.asyncDispose]: close
    };
}
function unlessGone(error) {
    const isGone = error instanceof StandinClientError && error.code === 'STANDIN_UNKNOWN_WORLD';
    if (!isGone)
        throw error;
}
