/** Reaches the settings of the world that a connection leads to. */
export function createSettings({ call }) {
    return {
        get: () => call('GET', '/settings'),
        patch: change => call('PATCH', '/settings', change),
        reset: () => call('DELETE', '/settings')
    };
}
