import { exactJson } from '../exact-json.ts'
import type { Declared } from './declaration.ts'

/**
 * The expressions and operators whose values change only with the status of a resource. The URLs of its files
 * do, too, unless they expire.
 */
const STEADY = [
  'id',
  'created',
  'resource',
  'hidden',
  'status',
  'files',
  'n',
  'server',
  'item',
  'each',
  'first',
  'choose'
]

/** Returns whether clients see the same of a type's resources for as long as they are in one status. */
export function isSteady ({ always, files, while: whileIn }: Declared): boolean {
  const text = exactJson.stringify([always?.value, files?.value, whileIn?.value])
  const heads = text.match(/\$[A-Za-z]+/g) ?? []
  const namesProgress = /\$status[.#/]+(?:progress|left)/.test(text)
  const filesExpire = files?.parts().validFor !== undefined
  return heads.every(head => STEADY.includes(head.slice(1))) && !namesProgress && !filesExpire
}
