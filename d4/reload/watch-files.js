import { dirname } from 'node:path';
import { pause, setTimer } from "../worlds/clock.js";
import { listChanges, takeSnapshot } from "./snapshot.js";
import { WatchedFolders } from "./watched-folders.js";
/** How long nothing must have changed before it counts: a burst of writes is one change. */
const QUIET_MS = 40;
/** How often something that has gone is looked for: some editors take a file away before they write it anew. */
const LOOKS_FOR_MISSING = 5;
/** The most often that files which go on changing are looked at before they count all the same. */
const MAX_LOOKS = 20;
/** How often the files are looked at where a folder cannot be watched, in milliseconds: it is gone, or the system has no more watchers. */
const POLL_MS = 500;
/** Watches files and folders from the moment at which it resolves; answers the function that ends it. */
export async function watchFiles({ changed, sources }) {
    const folders = new WatchedFolders(() => plan(QUIET_MS));
    let watched = sources();
    let known = new Map();
    let callOff;
    let isBusy = false;
    let isEnded = false;
    const plan = (ms) => {
        // What is planned already comes soon enough; what comes while it runs is looked for when it has run.
        callOff ??= isEnded ? undefined : setTimer(ms, () => { check().catch(() => { }); });
    };
    const look = async () => {
        const found = await takeSnapshot(watched);
        if (!isEnded && !folders.watch(listFolders(watched, found), path => matters(path, watched, found)))
            plan(POLL_MS);
        return found;
    };
    const check = async () => {
        callOff = undefined;
        if (isBusy)
            return plan(QUIET_MS);
        isBusy = true;
        await follow().finally(() => { isBusy = false; });
    };
    const follow = async () => {
        const found = await lookUntilSettled(known, look);
        const paths = listChanges(known, found);
        known = found;
        if (paths.length === 0 || isEnded)
            return;
        await changed(paths);
        const before = watched;
        watched = sources();
        const now = await look();
        compare(now, new Map([...found].filter(([path]) => !before.paths.has(path) || watched.paths.has(path))));
    };
    /** What was read is known as it stood then: what has changed since is still to be read. */
    const compare = (now, seen) => {
        for (const [path, entry] of watched.states) {
            if (entry === undefined)
                seen.delete(path);
            else if (!entry.isFolder || !seen.has(path))
                seen.set(path, entry);
        }
        known = seen;
        if (listChanges(known, now).length > 0)
            plan(QUIET_MS);
    };
    const first = await look();
    compare(first, new Map(first));
    return () => {
        isEnded = true;
        callOff?.();
        folders.close();
    };
}
/** Looks again until two looks see the same, and nothing is missing that may only be about to be written anew. */
async function lookUntilSettled(known, look) {
    let found = await look();
    for (let looks = 1; looks < MAX_LOOKS && listChanges(known, found).length > 0; looks++) {
        await pause(QUIET_MS);
        const before = found;
        found = await look();
        const isMissing = [...known.keys()].some(path => !found.has(path));
        if (listChanges(before, found).length === 0 && (!isMissing || looks >= LOOKS_FOR_MISSING))
            break;
    }
    return found;
}
/** The folders in which something that counts can come or go. */
function listFolders({ paths, trees }, found) {
    const folders = [...found].flatMap(([path, { isFolder }]) => isFolder ? [path] : []);
    return new Set([...folders, ...[...paths, ...trees].map(path => dirname(path))]);
}
function matters(path, { paths, trees }, found) {
    return paths.has(path) || trees.includes(path) || found.get(dirname(path))?.isFolder === true;
}
