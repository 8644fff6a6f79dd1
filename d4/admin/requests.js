import { InvalidRequest, UnknownExchange } from "../errors.js";
import { findExchanges } from "../journal/find-exchanges.js";
import { listUnmatched } from "../journal/list-unmatched.js";
import { toMemberFilter } from "../journal/member-filter.js";
import { streamExchanges } from "../journal/stream-exchanges.js";
import { toJournalEntry } from "../journal/to-journal-entry.js";
import { createUnknown } from "../validation/create-unknown.js";
import { withViolations } from "../validation/with-violations.js";
import { worldOf } from "./admin-options.js";
import { deleteRequests, listRequests, listUnmatchedRequests, readRequest, streamRequests } from "./request-schemas.js";
/** The journal of a world: each request with its response. */
export const requestRoutes = async (app, options) => {
    const operations = options.contracts.flatMap(contract => contract.operations);
    app.get('/requests', { schema: listRequests }, async (request) => {
        const filter = readFilter(request.query, operations);
        const { name, store } = worldOf(request, options);
        const { exchanges, more } = findExchanges(store.exchanges(), { ...request.query, ...filter });
        return { requests: exchanges.map(exchange => toJournalEntry(exchange, name)), more, dropped: store.droppedExchanges() };
    });
    app.delete('/requests', { schema: deleteRequests }, async (request, reply) => {
        worldOf(request, options).store.deleteExchanges();
        return reply.code(204).send();
    });
    app.get('/requests/unmatched', { schema: listUnmatchedRequests }, async (request) => {
        const { name, store } = worldOf(request, options);
        return { requests: listUnmatched(store.exchanges(), operations, name), dropped: store.droppedExchanges() };
    });
    // Whoever asks for the headers only would never see it end.
    app.get('/requests/stream', { schema: streamRequests, exposeHeadRoute: false }, async (request, reply) => {
        const filter = readFilter(request.query, operations);
        const after = request.headers['last-event-id'] ?? request.query.after;
        reply.headers({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'close' });
        return reply.send(streamExchanges(worldOf(request, options), { filter, after }));
    });
    app.get('/requests/:id', { schema: readRequest }, async (request) => {
        const { id } = request.params;
        const { name, store } = worldOf(request, options);
        const exchange = store.exchanges().find(exchange => exchange.id === id);
        if (exchange === undefined)
            throw new UnknownExchange(id);
        return toJournalEntry(exchange, name);
    });
};
/** Reads which exchanges are meant. Throws `InvalidRequest` for an operation that is not known. */
function readFilter(query, operations) {
    refuseUnknownOperation(query.operation, operations.map(({ id }) => id));
    const members = Object.entries(query).flatMap(([name, value]) => toMemberFilter(name, String(value)) ?? []);
    return { ...query, members };
}
function refuseUnknownOperation(operation, known) {
    if (operation === undefined || known.includes(operation))
        return;
    throw withViolations(InvalidRequest, [createUnknown({ in: 'query', pointer: '/operation' }, { what: 'an operation', word: operation, known })]);
}
