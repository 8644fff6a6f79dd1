import { otherText } from './other-text.ts'
import type { OverlayNames } from './overlay-names.ts'
import type { Proposal, ProposedResource } from './proposal.ts'
import type { LeftOut } from './suggestion.ts'

/** The number of omitted operations that are listed; the overlay lists all of them. */
const SHOWN = 10

/** Writes the output of `standin init`: what was found, what was left out and why, and the next command. */
export function initSummary (proposal: Proposal, names: OverlayNames): string {
  const { leftOut, others, resources } = proposal
  if (resources.length === 0) return emptySummary(proposal, names)
  const lines = [`Wrote ${names.overlay}:`, ...resources.map(resourceLine)]
  if (leftOut.length > 0) {
    lines.push('Left out, so that examples and schemas respond as before:', ...leftOutLines(leftOut))
  }
  if (leftOut.length > SHOWN) lines.push(`  and ${leftOut.length - SHOWN} more: see the end of ${names.overlay}`)
  if (others.length > 0) lines.push('Seen, and not acted out:', ...otherLines(others))
  if (others.length > SHOWN) lines.push(`  and ${others.length - SHOWN} more: see the end of ${names.overlay}`)
  lines.push(
    'All of it was tried, and its responses keep the contract. Read the overlay, change what you like, and serve both:',
    `  standin ${names.document} --overlay ${names.overlay}`
  )
  return lines.join('\n')
}

function emptySummary ({ leftOut, others }: Proposal, { document }: OverlayNames): string {
  const lines = [`There is nothing to propose for ${document}: no overlay was written.`]
  if (leftOut.length > 0) {
    lines.push('These operations were tried and do not work:', ...leftOutLines(leftOut))
  } else {
    lines.push('init looks for jobs and collections: resources that a POST creates and a GET shows.')
  }
  if (others.length > 0) lines.push('Seen, and not acted out:', ...otherLines(others))
  lines.push(`The document can be served as it is: standin ${document}`)
  return lines.join('\n')
}

function resourceLine ({ messages, model, operations }: ProposedResource): string {
  const kind = model.job === undefined ? 'collection' : 'job'
  const path = model.collection.key.replaceAll('{}', '…')
  const actions = new Set(operations.map(({ action }) => action))
  const words: string[] = [...actions]
  if (messages.some(({ operation }) => operation !== undefined)) words.push('callbacks')
  if (messages.some(({ operation }) => operation === undefined)) words.push('webhooks')
  return `  ${model.name}, a ${kind} (/${path}): ${words.join(', ')}`
}

function otherLines (others: Proposal['others']): string[] {
  return others.slice(0, SHOWN).map(other => `  ${otherText(other)}`)
}

function leftOutLines (leftOut: readonly LeftOut[]): string[] {
  return leftOut
    .slice(0, SHOWN)
    .map(({ operation, reason }) => `  ${operation.method} ${operation.path}: ${reason}`)
}
