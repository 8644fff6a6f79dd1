import { ResourcesFull } from "../errors.js";
import { mergePatch, undoPatch } from "../simulation/merge-patch.js";
import { removeResource, seedResource } from "../simulation/seed.js";
import { DEFAULT_SETTINGS } from "../worlds/settings.js";
import { moveClock } from "./clock.js";
/** Starts a scenario in the place of those that run, or beside them. One that cannot be started changes nothing: all of it is checked before anything is done. */
export async function runScenario(ready, { add, parseStub, scenarios, world }) {
    const { clock: { mode }, store } = world;
    // Those that go make room, too; to count on it is not worth the trouble.
    const isNew = ready.seeds.filter(({ id, type }) => store.get(type.id, id) === undefined);
    if (isNew.length > store.room())
        throw new ResourcesFull(String(store.list().length));
    if (ready.clock !== undefined)
        await moveClock(world, { mode, ...ready.clock });
    if (!add)
        endScenarios(world, scenarios);
    const before = world.settings;
    world.settings = { ...DEFAULT_SETTINGS, ...mergePatch(before, ready.settings) }; // as has been checked
    const seeded = ready.seeds.map(seed => seedOne(seed, world));
    const stubs = ready.stubs.map((stub, index) => {
        const id = String(store.nextNumber('stubs', 1));
        store.addStub(parseStub(stub, id, `/stubs/${index}`));
        return id;
    });
    const running = { ...ready, stubs, settings: { patch: ready.settings, before }, seeded };
    scenarios.running = [...scenarios.running, running];
    return running;
}
/** Takes back what the scenarios that run have put, the latest first, but for what has been changed since; the clock stays. */
export function endScenarios(world, scenarios) {
    for (const { seeded, settings: { before, patch }, stubs } of scenarios.running.toReversed()) {
        world.settings = undoPatch(world.settings, patch, before); // what was there before is settings, too
        for (const id of stubs)
            world.store.deleteStub(id);
        for (const seed of seeded.toReversed())
            takeBack(seed, world);
    }
    scenarios.running = [];
}
function seedOne({ id, seed, type }, world) {
    const before = world.store.get(type.id, id);
    const course = typeof before === 'object' ? before.course : undefined;
    if (seed === null)
        removeResource(type, id, world);
    else
        seedResource(type, id, seed, world);
    return { id, seed, type, put: world.store.get(type.id, id), before, course };
}
function takeBack({ before, course, id, put, type }, world) {
    const { store } = world;
    if (store.get(type.id, id) !== put)
        return;
    removeResource(type, id, world);
    store.forget(type.id, id);
    if (before === 'absent')
        store.delete(type.id, id);
    if (typeof before !== 'object' || course === undefined)
        return;
    before.course = course;
    store.put(before);
    world.moved(before);
}
