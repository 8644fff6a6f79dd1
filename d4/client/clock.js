/** Reaches the clock of the world that a connection leads to. */
export function createClock({ call }) {
    return {
        get: () => call('GET', '/clock'),
        freeze: now => call('PUT', '/clock', { mode: 'frozen', now }),
        run: now => call('PUT', '/clock', { mode: 'running', now }),
        advance: by => call('POST', '/clock/advance', typeof by === 'string' ? { by } : by)
    };
}
