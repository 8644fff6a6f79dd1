import { nearest } from '../documents/nearest.ts'
import type { Operation } from './contract.ts'
import { didYouMean } from './did-you-mean.ts'

type Named = Pick<Operation, 'id' | 'name'>

/** Returns the operation of an id, `larder.getOrder`, or of a name that only one API has, `getOrder`. */
export function findOperation<Found extends Named> (operations: readonly Found[], word: string): Found | undefined {
  const exact = operations.find(({ id }) => id === word)
  if (exact !== undefined) return exact
  const [found, ...others] = operations.filter(({ name }) => name === word)
  return others.length === 0 ? found : undefined
}

/** Returns the end of a message about an unknown operation: those that it may mean, or else all. */
export function didYouMeanOperation (operations: readonly Named[], word: string): string {
  const near = nearestIds(operations, word)
  if (near.length === 0) return didYouMean(word, operations.map(({ id }) => id))
  return `, did you mean ${near.map(id => JSON.stringify(id)).join(' or ')}?`
}

function nearestIds (operations: readonly Named[], word: string): string[] {
  const namesakes = operations.filter(({ name }) => name === word)
  if (namesakes.length > 0) return namesakes.map(({ id }) => id)
  const id = nearest(word, operations.map(({ id }) => id))
  if (id !== undefined) return [id]
  const name = nearest(word, operations.map(({ name }) => name))
  return operations.filter(operation => operation.name === name).map(({ id }) => id)
}
