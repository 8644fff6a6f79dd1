import { pathOf } from "./nearest-exchange.js";
import { nearestOperations } from "./nearest-operations.js";
import { toJournalEntry } from "./to-journal-entry.js";
/** Shows those of a world's exchanges that found no operation. */
export function listUnmatched(exchanges, operations, world) {
    return exchanges.filter(({ operation }) => operation === undefined).map(exchange => {
        const near = nearestOperations(exchange.method, pathOf(exchange), operations);
        const nearest = near.map(({ operation: { id, method, path }, why }) => ({ operation: id, method, path, why: why.join('; ') }));
        return { ...toJournalEntry(exchange, world), nearest };
    });
}
