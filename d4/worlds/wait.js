import { setTimer } from "./clock.js";
/** Resolves when the time has come; earlier where the world goes, or where nobody waits any longer. */
export function wait({ by, ms }, world, signal) {
    const { promise, resolve } = Promise.withResolvers();
    const callOff = by === 'clock' ? wakeByClock(ms, world, resolve) : setTimer(ms, resolve, { keepsAlive: true });
    const forget = world.ended.add(resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
    if (signal.aborted || world.hasEnded)
        resolve();
    return promise.finally(() => {
        callOff();
        forget();
    });
}
function wakeByClock(ms, { agenda, clock }, wake) {
    const appointment = { at: clock.now() + ms, keep: async () => wake() };
    agenda.add(appointment);
    return () => agenda.remove(appointment);
}
