import { basename } from 'node:path';
import { Document, isMap, isPair, isScalar, isSeq } from 'yaml';
import { OPERATION_COMMENTS, RESOURCE_COMMENTS, headComment, unknownStatuses } from "./overlay-comments.js";
import { toOverlayParts } from "./overlay-value.js";
import { aThing, manyThings } from "./thing-name.js";
/** Longer collections are written over several lines. */
const LINE = 110;
/** Writes a proposal as an OpenAPI Overlay, with comments that explain each word where it first stands. */
export function overlayText({ leftOut, things }, names) {
    const parts = toOverlayParts(things);
    // Without aliases: what is written twice may be changed once.
    const document = new Document({
        overlay: '1.0.0',
        info: { title: `What standin acts out of ${basename(names.document)}`, version: '1.0.0' },
        extends: names.extends,
        actions: [
            { target: '$', update: { 'x-standin': parts.root } },
            ...parts.operations.map(({ target, update }) => ({ target, update }))
        ]
    }, { aliasDuplicateObjects: false });
    const actions = document.get('actions'); // as it was just made
    const [root, ...operations] = actions.items;
    const explained = new Set();
    if (root !== undefined)
        explainRoot(root, things, names.api, explained);
    for (const [index, action] of operations.entries()) {
        const operation = parts.operations[index];
        if (operation !== undefined)
            explainOperation(action, operation, explained);
    }
    compact(document.contents);
    if (leftOut.length > 0)
        document.comment = leftOutComment(leftOut);
    return `${headComment(names)}\n\n${document.toString({ lineWidth: LINE, singleQuote: true, flowCollectionPadding: true })}`;
}
function explainRoot(action, things, api, explained) {
    const root = action.getIn(['update', 'x-standin']);
    if (root.has('replies'))
        comment(root, 'replies', 'Replies that several operations give, by name.');
    comment(root, 'resources', RESOURCE_COMMENTS.resources);
    for (const { thing, type } of things) {
        const resources = root.get('resources');
        const resource = resources.get(thing.name);
        comment(resources, thing.name, `${thing.job === undefined ? 'A collection' : 'A job'}: /${thing.collection.key.replaceAll('{}', '…')}. The admin API calls it ${api}.${thing.name}.`);
        for (const word of Object.keys(type.declaration)) {
            const lines = [...explained.has(word) ? [] : [RESOURCE_COMMENTS[word]], word === 'lifecycles' && thing.job !== undefined ? unknownStatuses(thing.job.statuses) : undefined].filter(line => line !== undefined);
            if (lines.length > 0)
                comment(resource, word, lines.join('\n'));
            explained.add(word);
        }
    }
}
function explainOperation(action, { deed, declaration, notes, operation, responses, thing }, explained) {
    action.spaceBefore = true;
    const [one, all] = [aThing(thing.name), `the ${manyThings(thing.name)}`];
    const summary = { create: declaration.update === undefined ? `creates ${one}` : `creates ${one}, or replaces it`, read: `shows ${one}`, list: `lists ${all}`, update: `replaces ${one}`, patch: `changes ${one}`, cancel: `cancels ${one}`, delete: `deletes ${one}` }[deed];
    action.commentBefore = [`${operation.method} ${operation.path} ${summary}.`, ...notes].map(line => ` ${line}`).join('\n');
    const update = action.get('update');
    const declared = update.get('x-standin');
    if (responses !== undefined)
        explainOnce(update, 'responses', 'responses');
    for (const word of Object.keys(declaration))
        explainOnce(declared, word, word === 'find' && deed === 'list' ? 'list' : word === 'patch' && deed === 'cancel' ? 'cancel' : word);
    const find = declared.get('find');
    if (isMap(find) && find.has('page'))
        explainOnce(find, 'page', 'page');
    function explainOnce(map, word, as) {
        const lines = OPERATION_COMMENTS[as];
        if (lines === undefined || explained.has(`operation ${as}`))
            return;
        explained.add(`operation ${as}`);
        comment(map, word, lines);
    }
}
/** Puts a comment above a member. */
function comment(map, name, text) {
    const pair = map.items.find(({ key }) => isScalar(key) && key.value === name);
    if (pair !== undefined && isScalar(pair.key))
        pair.key.commentBefore = text.split('\n').map(line => ` ${line}`).join('\n');
}
/** Writes what is short, and has no comments in it, in one line. */
function compact(node) {
    if (isPair(node)) {
        const isShort = compact(node.value);
        return isShort && !(isScalar(node.key) && node.key.commentBefore != null);
    }
    if (!isMap(node) && !isSeq(node))
        return true;
    const children = node.items.map(item => compact(item) && item.commentBefore == null);
    const isShort = children.every(Boolean) && node.items.length > 0 && JSON.stringify(node.toJSON()).length < LINE - 30;
    node.flow = isShort || node.items.length === 0;
    return isShort;
}
function leftOutComment(leftOut) {
    const lines = leftOut.map(({ operation, reason }) => ` - ${operation.method} ${operation.path}: ${reason}`);
    return [' Left out, and answered from examples and schemas as before:', ...lines].join('\n');
}
