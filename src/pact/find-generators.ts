import { decodeComponent } from '../documents/decode-component.ts'
import { isObject } from '../documents/is-object.ts'
import { memberPath } from './body-rules.ts'
import type { Generators, PactBody } from './interaction.ts'
import type { ProviderState } from './provider-state.ts'

interface GeneratedParts {
  readonly path: string
  readonly query: Readonly<Record<string, readonly string[]>>
  readonly body: PactBody | undefined
  readonly states: readonly ProviderState[]
}

/** Finds where a request names the ids that its provider states have, so that a provider can give its own ids. */
export function findGenerators ({ body, path, query, states }: GeneratedParts): Generators {
  const ids = new Map<string, string>()
  for (const { params = {} } of states) {
    for (const [name, value] of Object.entries(params)) {
      if (/Id\d*$/.test(name) && typeof value === 'string') ids.set(value, `\${${name}}`)
    }
  }
  const segments = path.split('/').map(segment => ids.get(decodeComponent(segment)) ?? segment).join('/')
  const inQuery = Object.entries(query).map(([name, [value = '']]) => [name, ids.get(value)] as const)
  const inBody: Record<string, string> = {}
  if (body?.kind === 'json') findInBody(body.content, '$', ids, inBody)
  return {
    ...segments !== path && { path: segments },
    query: Object.fromEntries(inQuery.filter((entry): entry is readonly [string, string] => entry[1] !== undefined)),
    body: inBody
  }
}

function findInBody (
  value: unknown,
  path: string,
  ids: ReadonlyMap<string, string>,
  found: Record<string, string>
): void {
  if (typeof value === 'string' && ids.has(value)) found[path] = ids.get(value) ?? ''
  if (Array.isArray(value)) value.forEach((item, index) => findInBody(item, `${path}[${index}]`, ids, found))
  if (!isObject(value)) return
  for (const [name, member] of Object.entries(value)) {
    const within = memberPath(path, name)
    if (within !== undefined) findInBody(member, within, ids, found)
  }
}
