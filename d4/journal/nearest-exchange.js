import { nearOperation } from "./nearest-operations.js";
import { partsOf } from "./parts-of.js";
import { whenDifferences } from "./when-differences.js";
/** The exchange that comes nearest to a request: one of its operation with the fewest differences, or else one whose path is alike; of equals, the latest. */
export function nearestExchange(exchanges, wanted) {
    const own = exchanges.filter(({ operation }) => operation === wanted.operation.id);
    if (own.length === 0)
        return nearestOther(exchanges, wanted);
    return least(own.map(exchange => {
        const differences = whenDifferences(wanted.when, partsOf(exchange));
        return { exchange, differences, cost: differences.length };
    }));
}
function nearestOther(exchanges, { operation }) {
    return least(exchanges.flatMap(exchange => {
        const path = pathOf(exchange);
        const near = nearOperation(exchange.method, path, operation);
        if (near === undefined)
            return [];
        const actual = exchange.operation ?? `${exchange.method} ${path}`;
        return [{ exchange, differences: [{ where: 'operation', expected: operation.id, actual }], cost: near.cost }];
    }));
}
/** The path of an exchange's request, without its query. */
export function pathOf({ url }) {
    return url.split('?', 1)[0] ?? '';
}
function least(candidates) {
    const [first, ...others] = candidates;
    if (first === undefined)
        return undefined;
    const { differences, exchange } = others.reduce((best, candidate) => candidate.cost <= best.cost ? candidate : best, first);
    return { differences, exchange };
}
