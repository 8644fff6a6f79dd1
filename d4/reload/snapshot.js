import { statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
/** Looks at everything that counts. */
export async function takeSnapshot({ paths, trees }) {
    const entries = await Promise.all([...[...paths].map(path => look(path, lookAtDocuments)), ...trees.map(path => look(path, lookBelow))]);
    return new Map(entries.flat());
}
/** The paths that came, went or were written between two snapshots. */
export function listChanges(before, after) {
    return [...new Set([...before.keys(), ...after.keys()])].filter(path => before.get(path)?.state !== after.get(path)?.state);
}
/** What stands at one path; `undefined` where nothing does. */
export function entryAt(path) {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats && toEntry(stats);
}
async function look(path, lookInside) {
    const stats = await stat(path).catch(() => undefined);
    if (stats === undefined)
        return [];
    const entry = toEntry(stats);
    return [[path, entry], ...entry.isFolder ? await lookInside(path) : []];
}
function toEntry(stats) {
    if (stats.isDirectory())
        return { isFolder: true, state: String(stats.ino) };
    return { isFolder: false, state: `${stats.ino} ${stats.size} ${stats.mtimeMs}` };
}
/** The documents that a folder has. */
function lookAtDocuments(folder) {
    return lookAtChildren(folder, isDocument, async () => []);
}
/** All that stands below a folder. */
function lookBelow(folder) {
    return lookAtChildren(folder, name => !isByTheWay(name), lookBelow);
}
async function lookAtChildren(folder, counts, lookInside) {
    // What has gone meanwhile has nothing in it.
    const names = await readdir(folder).catch(() => []);
    return (await Promise.all(names.filter(counts).map(name => look(join(folder, name), lookInside)))).flat();
}
function isDocument(name) {
    return /\.(ya?ml|json)$/i.test(name) && !isByTheWay(name);
}
/** What editors leave beside the files that they write. */
function isByTheWay(name) {
    return /^\.|~$|\.(swp|tmp)$/.test(name);
}
