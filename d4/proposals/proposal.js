import { isObject } from "../contract/is-object.js";
import { findCollections } from "./find-collections.js";
import { suggestOperations } from "./suggest-operations.js";
import { proposeType } from "./resource-type.js";
import { Samples } from "./samples.js";
import { toThing } from "./thing.js";
import { thingName } from "./thing-name.js";
/** Finds the jobs and the collections of a document, and proposes `x-standin` for them. What the document declares itself is left alone. */
export function propose(contract, { basePath = '', isSwagger = false } = {}) {
    const { document, operations } = contract;
    const findings = findCollections({ operations: operations.filter(({ definition }) => !('x-standin' in definition)) });
    const root = document['x-standin'];
    const taken = new Set(isObject(root) && isObject(root.resources) ? Object.keys(root.resources) : []);
    const samples = new Samples();
    const all = findings.flatMap(finding => {
        const create = finding.kind === 'collection' ? finding.collection.creates[0] : undefined;
        if (finding.kind === 'none' || create === undefined)
            return [];
        const name = thingName(finding.collection.item, finding.collection.name, taken);
        taken.add(name);
        const thing = toThing(finding.collection, create, name);
        const type = proposeType(thing, basePath, samples);
        return [{ thing, type, suggestions: suggestOperations({ thing, type, samples, basePath, isSwagger }) }];
    });
    samples.close();
    return {
        things: all.map(({ suggestions, thing, type }) => ({ thing, type, operations: suggestions.filter(one => one.kind === 'proposed') })),
        leftOut: all.flatMap(({ suggestions }) => suggestions.filter(one => one.kind === 'left out')),
        others: findings.filter(finding => finding.kind === 'none')
    };
}
/** Takes operations out of a proposal, each with why; things that nothing creates or shows any more go with them. */
export function without(proposal, refused) {
    const reasons = new Map(refused.map(({ operation, reason }) => [operation.id, reason]));
    const things = [];
    const leftOut = [...proposal.leftOut, ...refused];
    for (const { operations, ...rest } of proposal.things) {
        const kept = operations.filter(({ operation }) => !reasons.has(operation.id));
        const isWhole = kept.some(({ deed }) => deed === 'create') && kept.some(({ deed }) => deed === 'read' || deed === 'list');
        if (isWhole)
            things.push({ ...rest, operations: kept });
        else
            for (const { operation } of kept)
                leftOut.push({ kind: 'left out', operation, reason: 'it means nothing without those that are left out' });
    }
    return { things, leftOut, others: proposal.others };
}
