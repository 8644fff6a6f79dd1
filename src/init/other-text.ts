import type { Proposal } from './proposal.ts'

type Other = Proposal['others'][number]

const REASONS: Readonly<Record<Other['reason'], string>> = {
  'nothing creates': 'can be read, but no operation creates any',
  'nothing shows': 'can be created, but no operation shows any in JSON',
  'no object': 'can be created, but the document does not say which members they have'
}

/** Writes why a group of operations that looks like a collection is not simulated. */
export function otherText ({ name, reason }: Other): string {
  return `${name}: they ${REASONS[reason]}`
}
