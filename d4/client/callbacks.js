import { queryText } from "./query-text.js";
/** Reaches the callbacks of the world that a connection leads to. */
export function createCallbacks({ call }) {
    return {
        async callbacks(filter = {}) {
            const { callbacks } = await call('GET', `/callbacks${queryText({ ...filter })}`);
            return callbacks;
        },
        fire: (name, firing = {}) => call('POST', `/callbacks/${encodeURIComponent(name)}`, firing),
        redeliver: id => call('POST', `/callbacks/${encodeURIComponent(id)}/redeliver`)
    };
}
