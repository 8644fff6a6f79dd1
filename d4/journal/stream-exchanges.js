import { Readable } from 'node:stream';
import { setTimer } from "../worlds/clock.js";
import { isMeant } from "./find-exchanges.js";
import { toJournalEntry } from "./to-journal-entry.js";
/**
 * Tells of the exchanges of a world as they come, as server-sent events (HTML standard, section 9.2). They are read from the journal when
 * there is room to send them, so that a slow reader costs no memory and no request waits. It ends with the world.
 */
export function streamExchanges(world, { filter = {}, after, heartbeatMs = 15_000 } = {}) {
    let last = startOf(world, after);
    let hasRoom = false;
    let isDue = false;
    let isOver = false;
    let stopTimer = () => { };
    const stream = new Readable({
        read() {
            hasRoom = true;
            flow();
        },
        destroy(error, done) {
            isOver = true;
            for (const end of ends)
                end();
            stopTimer();
            done(error);
        }
    });
    // Many exchanges come between two looks; none of them waits for the look.
    const flowSoon = () => {
        if (isDue)
            return;
        isDue = true;
        setImmediate(() => {
            isDue = false;
            flow();
        });
    };
    const flow = () => {
        if (isOver)
            return;
        for (const exchange of exchangesAfter(world, last)) {
            if (!hasRoom)
                return;
            const number = Number(exchange.id);
            if (number > last + 1)
                hasRoom = stream.push(toEvent('dropped', { count: number - last - 1 }));
            last = number;
            if (isMeant(exchange, filter))
                hasRoom = stream.push(toEvent('exchange', toJournalEntry(exchange, world.name), exchange.id));
        }
    };
    const beat = () => {
        stopTimer = setTimer(heartbeatMs, () => {
            if (hasRoom && !isOver)
                hasRoom = stream.push(': still here\n\n');
            beat();
        });
    };
    const finish = () => {
        if (isOver)
            return;
        isOver = true;
        stream.push(null);
    };
    const ends = [world.exchanged.add(flowSoon), world.ended.add(finish)];
    // The headers are sent with the first bytes.
    stream.push('retry: 1000\n\n');
    if (world.hasEnded)
        finish();
    else
        beat();
    return stream;
}
/** The number of the exchange to begin after. One that is yet to come is of a world before this one, which was reset. */
function startOf({ exchanges }, after) {
    const number = Number(after ?? exchanges);
    return Number.isSafeInteger(number) && number >= 0 && number <= exchanges ? number : 0;
}
function exchangesAfter({ store }, last) {
    const exchanges = store.exchanges();
    const first = exchanges.findLastIndex(({ id }) => Number(id) <= last) + 1;
    return exchanges.slice(first);
}
function toEvent(event, data, id) {
    return `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;
}
