import type { Proposal, ProposedThing } from './proposal.ts'
import type { OverlayNames } from './overlay-comments.ts'

/** Past this many, what was left out is only counted here; the overlay names all of it. */
const SHOWN = 10

/** What `standin init` prints: what was found, what was left out and why, and what to do next. */
export function initSummary (proposal: Proposal, names: OverlayNames): string {
  const { leftOut, things } = proposal
  if (things.length === 0) return [`There is nothing to propose for ${names.document}: nothing was written.`, ...whyNothing(proposal), `It can be served as it is: standin ${names.document}`].join('\n')
  const left = leftOut.slice(0, SHOWN).map(({ operation, reason }) => `  ${operation.method} ${operation.path}: ${reason}`)
  return [
    `Wrote ${names.overlay}:`,
    ...things.map(thingLine),
    ...left.length === 0 ? [] : ['Left out, and answered from examples and schemas as before:', ...left],
    ...leftOut.length > SHOWN ? [`  and ${leftOut.length - SHOWN} more: see the end of ${names.overlay}`] : [],
    'All of it was tried, and keeps to the contract. Read the overlay, change what you like, and serve both:',
    `  standin ${names.document} --overlay ${names.overlay}`
  ].join('\n')
}

function thingLine ({ operations, thing }: ProposedThing): string {
  const kind = thing.job === undefined ? 'collection' : 'job'
  return `  ${thing.name}, a ${kind} (/${thing.collection.key.replaceAll('{}', '…')}): ${[...new Set(operations.map(({ action }) => action))].join(', ')}`
}

function whyNothing ({ leftOut, others }: Proposal): string[] {
  if (leftOut.length > 0) return ['What was found does not work:', ...leftOut.slice(0, SHOWN).map(({ operation, reason }) => `  ${operation.method} ${operation.path}: ${reason}`)]
  const readOnly = others.filter(({ reason }) => reason === 'nothing creates').length
  const looked = 'It looks for jobs and collections: what a POST creates and a GET shows, by its id or in a list.'
  return [looked, ...readOnly > 0 ? [`Of ${readOnly} that can be read, nothing creates one.`] : []]
}
