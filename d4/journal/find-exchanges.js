import { hasMember } from "./member-filter.js";
/** Finds the latest exchanges that a filter lets through. */
export function findExchanges(exchanges, { before, limit = 100, ...filter }) {
    const end = before === undefined ? exchanges.length : exchanges.findIndex(({ id }) => id === before);
    // What came before an exchange that was dropped was dropped as well.
    const found = exchanges.slice(0, Math.max(0, end)).filter(exchange => isMeant(exchange, filter));
    const start = Math.max(0, found.length - limit);
    return { exchanges: found.slice(start), more: start > 0 };
}
/** Tells whether a filter lets an exchange through. */
export function isMeant(exchange, { operation, status, source, stub, method, violations, members = [] }) {
    return (operation === undefined || exchange.operation === operation) &&
        (status === undefined || exchange.status === status) &&
        (source === undefined || exchange.source === source) &&
        (stub === undefined || exchange.stub === stub) &&
        (method === undefined || exchange.method === method.toUpperCase()) &&
        (violations === undefined || violations === hasViolations(exchange)) &&
        members.every(member => hasMember(exchange, member));
}
function hasViolations({ requestViolations, responseViolations }) {
    return requestViolations.length > 0 || responseViolations.length > 0;
}
