import { splitExpression } from '../simulation/split-expression.ts'

/** The part of a request that names its world where the request does not do so itself. */
export type WorldKey =
  | { readonly part: 'host' }
  | { readonly part: 'header' | 'cookie' | 'query', readonly name: string }
  | { readonly part: 'body', readonly members: readonly string[] }

/** The forms of a key, for messages. */
export const WORLD_KEY_FORMS =
  '$request.header.NAME, $request.cookie.NAME, $request.query.NAME, $request.host or $request.body#/MEMBER'

/** Parses a key, which is a runtime expression; returns `undefined` where it is none that can name worlds. */
export function parseWorldKey (text: string): WorldKey | undefined {
  const parts = splitExpression(text)
  if (parts?.head !== 'request' || parts.members === undefined) return undefined
  const { fragment, members, names: [part, ...rest] } = parts
  if (part === 'body') return rest.length === 0 && members.length > 0 ? { part, members } : undefined
  if (fragment !== undefined) return undefined
  if (part === 'host') return rest.length === 0 ? { part } : undefined
  // Names of cookies and of parameters may have dots.
  const name = rest.join('.')
  if (name === '') return undefined
  if (part === 'header') return { part, name: name.toLowerCase() }
  return part === 'cookie' || part === 'query' ? { part, name } : undefined
}
