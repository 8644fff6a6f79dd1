import { ClockTooFar } from "../errors.js";
import { maskUrl } from "../journal/mask.js";
import { changesBetween, idleAt, nextChange, runningAt } from "../simulation/timeline.js";
import { formatInstant } from "../worlds/clock.js";
import { showAttempt } from "./show-delivery.js";
/** The most that is told of one kind. */
const MAX_LISTED = 1_000;
/** The last instant that RFC 3339 can write. */
const LAST = 253_402_300_799_999;
/** The most often that resources which callbacks gave rise to are waited for in turn. */
const MAX_ROUNDS = 100;
/** Moves the clock of a world on; tells what happened on the way. */
export async function advance(world, target, types) {
    const { agenda, clock, store } = world;
    const from = clock.now();
    const attemptsBefore = new Map(store.deliveries().map(delivery => [delivery, delivery.attempts.length]));
    if (target === 'idle')
        await moveUntilIdle(world, types);
    else
        await moveTo(agenda, target === 'next' ? nextDue(world, types) : target);
    const changes = changesBetween(store.list(), types, from, clock.now());
    return {
        changes: changes.slice(0, MAX_LISTED).map(showChange),
        more: Math.max(0, changes.length - MAX_LISTED),
        callbacks: showSent(store.deliveries(), attemptsBefore),
        ...target === 'idle' ? { waiting: showWaiting(world, types) } : {}
    };
}
/** Moves to an instant, keeping what is due on the way. Throws `ClockTooFar`. */
export async function moveTo(agenda, instant) {
    if (instant === undefined)
        return;
    if (instant > LAST)
        throw new ClockTooFar(formatInstant(LAST));
    await agenda.advanceTo(instant);
}
/** The next change of a status, or the next callback, whichever comes first. */
function nextDue({ agenda, clock, store }, types) {
    const instants = [nextChange(store.list(), types, clock.now()), agenda.next()].filter(instant => instant !== undefined);
    return instants.length === 0 ? undefined : Math.min(...instants);
}
async function moveUntilIdle({ agenda, clock, store }, types) {
    // Whoever is called back on the way may begin new jobs.
    for (let round = 0; round < MAX_ROUNDS; round++) {
        const now = clock.now();
        const idle = idleAt(store.list(), types, now);
        if (idle <= now)
            return;
        await moveTo(agenda, idle);
    }
}
function showChange({ at, from, resource: { id, type }, to }) {
    return { at: formatInstant(at), resource: { type, id }, from, to };
}
function showSent(deliveries, attemptsBefore) {
    return deliveries
        .flatMap(delivery => delivery.attempts.slice(attemptsBefore.get(delivery) ?? 0).map(attempt => ({ delivery, attempt })))
        .sort((a, b) => a.attempt.at - b.attempt.at)
        .map(({ attempt, delivery: { callback, id, resource, url } }) => ({ id, callback, resource: resource ?? null, url: maskUrl(url), ...showAttempt(attempt) }));
}
function showWaiting({ clock, store }, types) {
    return runningAt(store.list(), types, clock.now())
        .slice(0, MAX_LISTED)
        .map(({ resource: { course, id, type }, status }) => ({ type, id, status, progression: course.progression }));
}
