import { basename } from 'node:path'
import { Document } from 'yaml'
import type { YAMLMap } from 'yaml'
import { compactYaml } from './compact-yaml.ts'
import { explainMessage } from './explain-message.ts'
import { explainOperation } from './explain-operation.ts'
import { explainResources } from './explain-resources.ts'
import { otherText } from './other-text.ts'
import type { OverlayNames } from './overlay-names.ts'
import { toOverlayParts } from './overlay-parts.ts'
import type { Proposal } from './proposal.ts'
import type { LeftOut } from './suggestion.ts'

/** The length of a line past which a text is folded. */
const LINE_WIDTH = 110

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
  compactYaml(document.contents)
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

function leftOutComment (leftOut: readonly LeftOut[]): string | undefined {
  if (leftOut.length === 0) return undefined
  const lines = leftOut.map(({ operation, reason }) => ` - ${operation.method} ${operation.path}: ${reason}`)
  return [' Left out, so that examples and schemas respond as before:', ...lines].join('\n')
}

function othersComment (others: Proposal['others']): string | undefined {
  if (others.length === 0) return undefined
  return [' Seen, and not acted out:', ...others.map(other => ` - ${otherText(other)}`)].join('\n')
}
