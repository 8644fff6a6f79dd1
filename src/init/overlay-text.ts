import { basename } from 'node:path'
import { Document, isMap, isPair, isScalar, isSeq } from 'yaml'
import type { Node, YAMLMap } from 'yaml'
import { exactJson } from '../exact-json.ts'
import { OVERLAY_COMMENTS } from './overlay-comments.ts'
import { otherText } from './other-text.ts'
import { toOverlayParts } from './overlay-parts.ts'
import type { OverlayMessage, OverlayOperation } from './overlay-parts.ts'
import type { Proposal, ProposedResource } from './proposal.ts'
import { plural, withArticle } from './resource-name.ts'
import type { LeftOut } from './suggestion.ts'

/** The length of a line past which a collection is written over several lines. */
const LINE_WIDTH = 110

/** The names of files and APIs in an overlay. */
export interface OverlayNames {
  /** The OpenAPI document, as named on the command line. */
  readonly document: string
  /** The document, as the overlay refers to it. */
  readonly extends: string
  readonly overlay: string
  readonly api: string
  /** The address of the JSON Schema of overlays, for editors. */
  readonly schema: string
}

/** Writes a proposal as an OpenAPI Overlay, with a comment above the first use of each word. */
export function overlayText ({ leftOut, others, resources }: Proposal, names: OverlayNames): string {
  const parts = toOverlayParts(resources)
  const document = new Document({
    overlay: '1.0.0',
    info: { title: `Simulation of ${basename(names.document)} by standin`, version: '1.0.0' },
    extends: names.extends,
    actions: [
      { target: '$', update: { 'x-standin': parts.root } },
      ...[...parts.operations, ...parts.messages].map(({ target, update }) => ({ target, update }))
    ]
    // Without aliases, so that each declaration can be changed by itself.
  }, { aliasDuplicateObjects: false })
  const actions = document.get('actions') as { items: YAMLMap[] }  // as it was just made
  const [root, ...operations] = actions.items
  const explained = new Set<string>()
  if (root !== undefined) explainResources(root, resources, names.api)
  for (const [index, action] of operations.entries()) {
    const operation = parts.operations[index]
    const message = parts.messages[index - parts.operations.length]
    if (operation !== undefined) explainOperation(action, operation, explained)
    if (message !== undefined) explainMessage(action, message, explained)
  }
  compact(document.contents)
  const comments = [leftOutComment(leftOut), othersComment(others)].filter(comment => comment !== undefined)
  if (comments.length > 0) document.comment = comments.join('\n\n')
  const body = document.toString({ lineWidth: LINE_WIDTH, singleQuote: true, flowCollectionPadding: true })
  return `${headComment(names)}\n\n${body}`
}

function headComment ({ document, overlay, schema }: OverlayNames): string {
  return `# yaml-language-server: $schema=${schema}
# Simulation of ${document}: proposed by "standin init", and yours to change.
#
# Serve both files together. Clients can then create, read, list, change and delete resources, and jobs progress:
#
#   standin ${document} --overlay ${overlay}
#
# This file is an OpenAPI Overlay: each action adds the content of "update" to the part of the document that
# "target" names. The document itself does not change. The content is "x-standin"; docs/reference/simulation.md
# of the package explains each of its words. The server reports mistakes in it at start-up.`
}

function explainResources (action: YAMLMap, resources: readonly ProposedResource[], api: string): void {
  const root = action.getIn(['update', 'x-standin']) as YAMLMap  // as overlayText made it
  const comments: Readonly<Record<string, string>> = OVERLAY_COMMENTS.resource
  const explained = new Set<string>()
  if (root.has('replies')) setComment(root, 'replies', 'Replies of several operations, by name.')
  setComment(root, 'resources', OVERLAY_COMMENTS.resource.resources)
  const types = root.get('resources') as YAMLMap
  for (const { model, type } of resources) {
    const written = types.get(model.name) as YAMLMap
    const kind = model.job === undefined ? 'A collection' : 'A job'
    const path = model.collection.key.replaceAll('{}', '…')
    setComment(types, model.name, `${kind}: /${path}. Its type in the admin API is ${api}.${model.name}.`)
    for (const word of Object.keys(type.declaration)) {
      const own = explained.has(word) ? undefined : comments[word]
      const unknown = word === 'lifecycles' ? unknownStatuses(model.job?.statuses.unknown ?? []) : undefined
      const lines = [own, unknown].filter(line => line !== undefined)
      if (lines.length > 0) setComment(written, word, lines.join('\n'))
      explained.add(word)
    }
  }
}

function unknownStatuses (unknown: readonly string[]): string | undefined {
  if (unknown.length === 0) return undefined
  return `The place of ${unknown.join(', ')} is not known: each ends a lifecycle of its own.`
}

type OperationWord = keyof typeof OVERLAY_COMMENTS.operation

function explainOperation (written: YAMLMap, proposed: OverlayOperation, explained: Set<string>): void {
  const { action, declaration, notes, operation, responses } = proposed
  written.spaceBefore = true
  const summary = `${operation.method} ${operation.path} ${summaryOf(proposed)}.`
  written.commentBefore = toComment([summary, ...notes])
  const update = written.get('update') as YAMLMap  // as overlayText made it
  const declared = update.get('x-standin') as YAMLMap
  const explainOnce = (map: YAMLMap, name: string, word: OperationWord) => {
    if (!explained.has(word)) setComment(map, name, OVERLAY_COMMENTS.operation[word])
    explained.add(word)
  }

  if (responses !== undefined) explainOnce(update, 'responses', 'responses')
  for (const name of Object.keys(declaration)) {
    const isSpecial = (name === 'find' && action === 'list') || (name === 'patch' && action === 'cancel')
    const word = isSpecial ? action : name
    if (isOperationWord(word)) explainOnce(declared, name, word)
  }
  const find = declared.get('find')
  if (isMap(find) && find.has('page')) explainOnce(find, 'page', 'page')
}

function explainMessage (written: YAMLMap, { address, declaration, model }: OverlayMessage, explained: Set<string>) {
  written.spaceBefore = true
  const { on, when } = declaration as { on?: readonly string[], when?: readonly string[] }  // as it was proposed
  const at = when === undefined ? `is ${(on ?? []).join(' or ')}` : `becomes ${when.join(', ')}`
  const lines = [`${address.method} ${address.path}: sent when ${withArticle(model.name)} ${at}.`]
  const word = on === undefined && 'of' in declaration === false ? 'callback' : 'webhook'
  if (!explained.has(word)) lines.push(...OVERLAY_COMMENTS.message[word].split('\n'))
  explained.add(word)
  written.commentBefore = toComment(lines)
}

function isOperationWord (word: string): word is OperationWord {
  return Object.hasOwn(OVERLAY_COMMENTS.operation, word)
}

/** Returns what an operation does: `lists the albums`. */
function summaryOf ({ action, declaration, model: { name } }: OverlayOperation): string {
  const one = withArticle(name)
  switch (action) {
    case 'create': return declaration.update === undefined ? `creates ${one}` : `creates or replaces ${one}`
    case 'read': return `returns ${one}`
    case 'list': return `lists the ${plural(name)}`
    case 'update': return `replaces ${one}`
    case 'patch': return `changes ${one}`
    case 'cancel': return `cancels ${one}`
    case 'delete': return `deletes ${one}`
    case 'download': return `returns a file of ${one}`
  }
}

/** Sets the comment above a member. */
function setComment (map: YAMLMap, name: string, text: string): void {
  const pair = map.items.find(({ key }) => isScalar(key) && key.value === name)
  if (pair !== undefined && isScalar(pair.key)) pair.key.commentBefore = toComment(text.split('\n'))
}

function toComment (lines: readonly string[]): string {
  return lines.map(line => ` ${line}`).join('\n')
}

/** Writes short collections without comments in one line. Returns whether a node is one, or a scalar. */
function compact (node: unknown): boolean {
  if (isPair(node)) {
    const isShort = compact(node.value)
    return isShort && !(isScalar(node.key) && node.key.commentBefore != null)
  }
  if (!isMap(node) && !isSeq(node)) return true
  // Every item is compacted, also after one that is long.
  const children = node.items.map(item => compact(item) && (item as Node).commentBefore == null)
  const isEmpty = node.items.length === 0
  const isShort = !isEmpty && children.every(Boolean) && exactJson.stringify(node.toJSON()).length < LINE_WIDTH - 30
  node.flow = isShort || isEmpty
  return isShort
}

function leftOutComment (leftOut: readonly LeftOut[]): string | undefined {
  if (leftOut.length === 0) return undefined
  const lines = leftOut.map(({ operation, reason }) => ` - ${operation.method} ${operation.path}: ${reason}`)
  return [' Left out, so that examples and schemas respond as before:', ...lines].join('\n')
}

function othersComment (others: Proposal['others']): string | undefined {
  if (others.length === 0) return undefined
  return [' Seen, and not acted out:', ...others.map(other => ` - ${otherText(other)}`)].join('\n')
}
