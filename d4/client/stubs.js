/** Reaches the stubs of the world that a connection leads to. */
export function createStubs({ call }) {
    return {
        async stub(stub) {
            const { id } = await call('POST', '/stubs', stub);
            return { id, delete: () => call('DELETE', `/stubs/${id}`) };
        },
        async stubs() {
            const { stubs } = await call('GET', '/stubs');
            return stubs;
        },
        deleteStubs: () => call('DELETE', '/stubs')
    };
}
