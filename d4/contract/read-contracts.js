import { basename, extname, resolve } from 'node:path';
import { createDraft, readText } from "./draft.js";
import { listDocuments, readSource } from "./list-documents.js";
import { isOverlay, parseOverlay } from "./overlay.js";
import { problemsOf } from "./problem.js";
import { finishDraft } from "./read-contract.js";
import { shownPath } from "./shown-path.js";
/** Reads OpenAPI documents, all of a directory or those listed, with the overlays among them; and what is wrong with those that cannot be served. */
export async function readContracts(from, { onRead = () => { }, overlays: extra = [], mounts = {}, allowRemoteRefs } = {}) {
    const problems = [];
    if (typeof from === 'string')
        onRead(from);
    const files = typeof from === 'string' ? await listDocuments(from) : from;
    for (const file of [...files, ...extra])
        onRead(file);
    const read = await Promise.all([...files, ...extra].map(path => readPart(path, mounts)));
    const drafts = read.flatMap(part => part.kind === 'draft' ? part.draft : []);
    const overlays = read.flatMap(part => part.kind === 'overlay' ? part.overlay : []);
    if (overlays.length > 0) {
        // Loaded for those alone who have overlays.
        const { applyOverlays } = await import("./apply-overlays.js");
        problems.push(...await applyOverlays(drafts, overlays));
    }
    const referred = new Set();
    const options = { allowRemoteRefs, onRead: (path) => { referred.add(resolve(path)); onRead(path); } };
    const contracts = await Promise.all(drafts.map(async (draft) => await attempt(problems, () => finishDraft(draft, options))));
    // A file in the directory that only another one refers to need not be a document itself.
    problems.push(...read.flatMap(part => part.kind === 'failed' && !referred.has(resolve(part.path)) ? part.problems : []));
    return {
        documents: files.length - overlays.length + extra.length,
        contracts: contracts.filter(contract => contract !== undefined).toSorted((a, b) => a.name < b.name ? -1 : 1),
        problems
    };
}
async function readPart(path, mounts) {
    const file = shownPath(path);
    const name = basename(path, extname(path));
    try {
        const source = readText(await readSource(path, file), file);
        if (isOverlay(source.value))
            return { kind: 'overlay', overlay: parseOverlay(source, path) };
        return { kind: 'draft', draft: createDraft(source, { file, path, name, mount: Object.hasOwn(mounts, name) ? mounts[name] : undefined }) };
    }
    catch (error) {
        return { kind: 'failed', path, problems: problemsOf(error) };
    }
}
async function attempt(problems, step) {
    try {
        return await step();
    }
    catch (error) {
        problems.push(...problemsOf(error));
        return undefined;
    }
}
