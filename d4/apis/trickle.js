import { Readable } from 'node:stream';
import { wait } from "../worlds/wait.js";
/** A body in pieces: the first comes at once, the last when all the time is over. The rest comes at once where the world goes. */
export function trickle(body, { by, chunks, ms }, world) {
    const gone = new AbortController();
    const pieces = async function* () {
        for (let sent = 0; sent < chunks; sent++) {
            if (sent > 0)
                await wait({ ms: ms / (chunks - 1), by }, world, gone.signal);
            const piece = body.subarray(Math.floor(sent * body.length / chunks), Math.floor((sent + 1) * body.length / chunks));
            if (piece.length > 0)
                yield piece;
        }
    };
    return Readable.from(pieces(), { objectMode: false }).once('close', () => gone.abort());
}
