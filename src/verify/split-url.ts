import type { Operation } from '../contract/contract.ts'
import { sentPath } from '../contract/route-url.ts'
import { escapePattern } from '../documents/escape-pattern.ts'

/** Splits the URL of a request into the texts of its path parameters and its query. */
export function splitUrl (
  { path }: Operation,
  url: string
): { readonly path: Readonly<Record<string, string>>, readonly query: string } {
  const [sent = '', ...rest] = url.split('?')
  return { path: pathTexts(path, sent), query: rest.join('?') }
}

function pathTexts (template: string, sent: string): Record<string, string> {
  const names: string[] = []
  const pattern = sentPath(template).split(/(\{[^}]*\})/).map(part => {
    if (!part.startsWith('{')) return escapePattern(part)
    names.push(part.slice(1, -1))
    return '([^/]*)'
  })
  const [, ...texts] = new RegExp(`^${pattern.join('')}$`).exec(sent) ?? []
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']))
}
