import { once } from 'node:events';
import { Server } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { setTimer } from "../worlds/clock.js";
/** How often the connections that have got idle are cut, once the time of grace is over. */
const SWEEP_MS = 20;
const LATEST = Symbol('latest response');
/**
 * Prepares a server, before it listens, to be stopped without losing a request:
 * it then takes no more connections, answers whatever reaches it on those it has, and closes.
 */
export function prepareStop(app) {
    const connections = trackConnections(app.server);
    return async ({ graceMs = 200, limitMs = 8000 } = {}) => {
        for (const connection of connections)
            announceEnd(connection[LATEST]);
        let arrived = 0;
        app.server.prependListener('request', (_request, response) => {
            arrived++;
            announceEnd(response);
        });
        // Not http's own close(): that cuts every idle connection at once, and with it a request that is on its way.
        Server.prototype.close.call(app.server);
        // Ends, as a connection that has brought a request brings no other.
        for (let seen = -1, closed = false; seen < arrived && !closed;) {
            seen = arrived;
            closed = await closesWithin(app.server, graceMs);
        }
        return new Promise((resolve, reject) => {
            const endSweeps = sweep(connections);
            const endWait = setTimer(limitMs, () => resolve(false));
            app.close().then(() => resolve(true), reject).finally(() => {
                endSweeps();
                endWait();
            });
        });
    };
}
function trackConnections(server) {
    const connections = new Set();
    server.on('connection', socket => {
        connections.add(socket);
        socket.once('close', () => connections.delete(socket));
    });
    server.prependListener('request', ({ socket }, response) => { socket[LATEST] = response; });
    return connections;
}
function announceEnd(response) {
    if (response !== undefined && !response.headersSent)
        response.setHeader('Connection', 'close');
}
async function closesWithin(server, graceMs) {
    const closed = await once(server, 'close', { signal: AbortSignal.timeout(graceMs) }).then(() => true, () => false);
    // On a busy machine the time may pass before what came meanwhile is read; now it is.
    await setImmediate();
    return closed;
}
/**
 * Cuts the connections without a request, again and again: close() looks at them once, would wait for those that get idle later,
 * and takes one that has not had its first request, such as browsers hold ready, for busy.
 */
function sweep(connections) {
    let end = setTimer(SWEEP_MS, () => { end = sweep(connections); });
    for (const connection of connections) {
        if (connection[LATEST]?.writableFinished ?? true)
            connection.destroy();
    }
    return () => end();
}
