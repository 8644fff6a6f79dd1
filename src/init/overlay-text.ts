import { basename } from 'node:path'
import { Document, isMap, isPair, isScalar, isSeq } from 'yaml'
import type { Node, YAMLMap } from 'yaml'
import { OPERATION_COMMENTS, RESOURCE_COMMENTS, headComment, unknownStatuses } from './overlay-comments.ts'
import { toOverlayParts } from './overlay-value.ts'
import type { OverlayOperation } from './overlay-value.ts'
import type { LeftOut } from './suggestion.ts'
import type { Proposal } from './proposal.ts'
import { aThing, manyThings } from './thing-name.ts'
import type { OverlayNames } from './overlay-comments.ts'

/** Longer collections are written over several lines. */
const LINE = 110

/** Writes a proposal as an OpenAPI Overlay, with comments that explain each word where it first stands. */
export function overlayText ({ leftOut, things }: Proposal, names: OverlayNames): string {
  const parts = toOverlayParts(things)
  // Without aliases: what is written twice may be changed once.
  const document = new Document({
    overlay: '1.0.0',
    info: { title: `What standin acts out of ${basename(names.document)}`, version: '1.0.0' },
    extends: names.extends,
    actions: [
      { target: '$', update: { 'x-standin': parts.root } },
      ...parts.operations.map(({ target, update }) => ({ target, update }))
    ]
  }, { aliasDuplicateObjects: false })
  const actions = document.get('actions') as { items: YAMLMap[] }  // as it was just made
  const [root, ...operations] = actions.items
  const explained = new Set<string>()
  if (root !== undefined) explainRoot(root, things, names.api, explained)
  for (const [index, action] of operations.entries()) {
    const operation = parts.operations[index]
    if (operation !== undefined) explainOperation(action, operation, explained)
  }
  compact(document.contents)
  if (leftOut.length > 0) document.comment = leftOutComment(leftOut)
  return `${headComment(names)}\n\n${document.toString({ lineWidth: LINE, singleQuote: true, flowCollectionPadding: true })}`
}

function explainRoot (action: YAMLMap, things: Proposal['things'], api: string, explained: Set<string>): void {
  const root = action.getIn(['update', 'x-standin']) as YAMLMap
  if (root.has('replies')) comment(root, 'replies', 'Replies that several operations give, by name.')
  comment(root, 'resources', RESOURCE_COMMENTS.resources)
  for (const { thing, type } of things) {
    const resources = root.get('resources') as YAMLMap
    const resource = resources.get(thing.name) as YAMLMap
    comment(resources, thing.name, `${thing.job === undefined ? 'A collection' : 'A job'}: /${thing.collection.key.replaceAll('{}', '…')}. The admin API calls it ${api}.${thing.name}.`)
    for (const word of Object.keys(type.declaration)) {
      const lines = [...explained.has(word) ? [] : [RESOURCE_COMMENTS[word]], word === 'lifecycles' && thing.job !== undefined ? unknownStatuses(thing.job.statuses) : undefined].filter(line => line !== undefined)
      if (lines.length > 0) comment(resource, word, lines.join('\n'))
      explained.add(word)
    }
  }
}

function explainOperation (written: YAMLMap, { action, declaration, notes, operation, responses, thing }: OverlayOperation, explained: Set<string>): void {
  written.spaceBefore = true
  const [one, all] = [aThing(thing.name), `the ${manyThings(thing.name)}`]
  const summary = { create: declaration.update === undefined ? `creates ${one}` : `creates ${one}, or replaces it`, read: `shows ${one}`, list: `lists ${all}`, update: `replaces ${one}`, patch: `changes ${one}`, cancel: `cancels ${one}`, delete: `deletes ${one}` }[action]
  written.commentBefore = [`${operation.method} ${operation.path} ${summary}.`, ...notes].map(line => ` ${line}`).join('\n')
  const update = written.get('update') as YAMLMap
  const declared = update.get('x-standin') as YAMLMap
  if (responses !== undefined) explainOnce(update, 'responses', 'responses')
  for (const word of Object.keys(declaration)) explainOnce(declared, word, word === 'find' && action === 'list' ? 'list' : word === 'patch' && action === 'cancel' ? 'cancel' : word)
  const find = declared.get('find')
  if (isMap(find) && find.has('page')) explainOnce(find, 'page', 'page')

  function explainOnce (map: YAMLMap, word: string, as: string): void {
    const lines = OPERATION_COMMENTS[as]
    if (lines === undefined || explained.has(`operation ${as}`)) return
    explained.add(`operation ${as}`)
    comment(map, word, lines)
  }
}

/** Puts a comment above a member. */
function comment (map: YAMLMap, name: string, text: string): void {
  const pair = map.items.find(({ key }) => isScalar(key) && key.value === name)
  if (pair !== undefined && isScalar(pair.key)) pair.key.commentBefore = text.split('\n').map(line => ` ${line}`).join('\n')
}

/** Writes what is short, and has no comments in it, in one line. */
function compact (node: unknown): boolean {
  if (isPair(node)) {
    const isShort = compact(node.value)
    return isShort && !(isScalar(node.key) && node.key.commentBefore != null)
  }
  if (!isMap(node) && !isSeq(node)) return true
  const children = node.items.map(item => compact(item) && (item as Node).commentBefore == null)
  const isShort = children.every(Boolean) && node.items.length > 0 && JSON.stringify(node.toJSON()).length < LINE - 30
  node.flow = isShort || node.items.length === 0
  return isShort
}

function leftOutComment (leftOut: readonly LeftOut[]): string {
  const lines = leftOut.map(({ operation, reason }) => ` - ${operation.method} ${operation.path}: ${reason}`)
  return [' Left out, and answered from examples and schemas as before:', ...lines].join('\n')
}
