import { resolve } from 'node:path';
import { loadEdition } from "../apis/load-edition.js";
import { withDefaults } from "../options.js";
import { createApp } from "../server.js";
import { createState } from "../state.js";
import { stopwatch } from "../worlds/clock.js";
import { createShell } from "./create-shell.js";
import { entryAt } from "./snapshot.js";
/** Builds a stand-in server as `createStandin` does, whose files can be read anew. */
export async function createReloadable(options = {}) {
    const resolved = withDefaults(options);
    const looked = new Map();
    let served = await load(resolved, looked);
    const state = createState(served.edition, resolved);
    let app = await createApp(served.edition, state, resolved);
    const reload = async () => {
        const startedAt = stopwatch();
        looked.clear();
        const next = await load(resolved, looked);
        const nextApp = await createApp(next.edition, state, resolved);
        await nextApp.ready();
        // What reads stubs and settings is not needed before the first reload.
        const { carryOver } = await import("./carry-over.js");
        const changes = { ...compare(served.edition, next.edition), dropped: carryOver(state, next.edition) };
        // At once: no request comes in between.
        app = nextApp;
        served = next;
        return { ...changes, tookMs: stopwatch() - startedAt };
    };
    // One after the other: each ends with what the files say when it begins.
    let latest = Promise.resolve();
    return Object.assign(createShell(() => app, resolved), {
        reload: () => {
            const reloaded = latest.then(reload);
            latest = reloaded.catch(() => { });
            return reloaded;
        },
        sources: () => ({
            paths: new Set([...served.paths, ...looked.keys()]),
            trees: resolved.fixtures === undefined ? [] : [resolve(resolved.fixtures)],
            states: new Map(looked)
        })
    });
}
/** Loads an edition; `looked` comes to hold what it was read from, as far as that went, each as it stood then. */
async function load(options, looked) {
    const edition = await loadEdition(options, path => { looked.set(resolve(path), entryAt(path)); });
    return { edition, paths: new Set(looked.keys()) };
}
function compare(edition, next) {
    const before = listIds(edition);
    const after = listIds(next);
    return {
        added: after.filter(id => !before.includes(id)),
        gone: before.filter(id => !after.includes(id))
    };
}
function listIds({ contracts }) {
    return contracts.flatMap(({ operations }) => operations.map(({ id }) => id));
}
