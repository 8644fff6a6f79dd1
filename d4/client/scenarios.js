/** Reaches the scenarios of the world that a connection leads to. */
export function createScenarios({ call }) {
    return {
        list: () => call('GET', '/scenarios'),
        get: name => call('GET', pathOf(name)),
        put: (name, scenario) => call('PUT', pathOf(name), scenario),
        delete: name => call('DELETE', pathOf(name)),
        start: (name, options = {}) => call('POST', `${pathOf(name)}/start`, options),
        stop: () => call('POST', '/scenarios/stop')
    };
}
/** The slash within a name is percent-encoded too. */
function pathOf(name) {
    return `/scenarios/${encodeURIComponent(name)}`;
}
