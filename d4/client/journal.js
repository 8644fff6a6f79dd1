import { readEvents } from "./event-stream.js";
import { mismatchOf } from "./expectation.js";
import { queryText } from "./query-text.js";
/** As many as a journal holds, unless the server was told to keep more. */
const ALL = 1_000;
/** Reaches the journal of the world that a connection leads to. */
export function createJournal({ call, open }) {
    const check = (expectation) => call('POST', '/requests/verify', expectation);
    return {
        check,
        async verify(expectation) {
            const checked = await check(expectation);
            if (!checked.ok)
                throw mismatchOf(expectation, checked);
        },
        async requests(filter = {}) {
            const { requests } = await call('GET', `/requests${queryText({ limit: ALL, ...filter })}`);
            return requests;
        },
        async *follow(filter = {}, { after, signal } = {}) {
            const stream = await open(`/requests/stream${queryText({ ...filter, after })}`, signal);
            for await (const { data, event } of readEvents(stream)) {
                if (event === 'exchange')
                    yield JSON.parse(data);
            }
        },
        async unmatched() {
            const { requests } = await call('GET', '/requests/unmatched');
            return requests;
        },
        verification: () => call('GET', '/verification')
    };
}
