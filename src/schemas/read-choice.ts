import { isObject } from '../documents/is-object.ts'

/** Which of a list of alternatives a discriminator names, by the value of its member. */
export interface Choice {
  readonly propertyName: string
  /** The index of an alternative. */
  readonly byName: ReadonlyMap<string, number>
  /** The names that are told: an alternative that the mapping names is told by that name only. */
  readonly names: readonly string[]
  /** The alternative for where the member is missing, or its value names none (OpenAPI 3.2, Discriminator Object). */
  readonly otherwise: number | undefined
}

/** Finds what a `$ref` means; `undefined` where it leads nowhere. */
type Resolve = (ref: string) => string | undefined

/**
 * Reads a schema's discriminator: its mapping, by the name of a schema or by a reference to it, and the names that follow from the
 * references themselves. Nothing where it names none of the alternatives.
 */
export function readChoice (discriminator: unknown, branches: readonly unknown[], resolve: Resolve): Choice | undefined {
  if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') return undefined
  const { propertyName, mapping, defaultMapping } = discriminator
  // "When using the discriminator, inline schemas will not be considered" (OpenAPI 3.1, Discriminator Object).
  const refs = branches.map(branch => isObject(branch) && typeof branch.$ref === 'string' ? branch.$ref : undefined)
  const targets = refs.map(ref => ref === undefined ? undefined : resolve(ref))

  const findBranch = (meant: unknown): number | undefined => {
    if (typeof meant !== 'string') return undefined
    const index = [refs.indexOf(meant), targets.indexOf(`/components/schemas/${meant}`), indexOfTarget(targets, resolve(meant)), refs.findIndex(ref => ref !== undefined && nameOf(ref) === nameOf(meant))]
    return index.find(index => index >= 0)
  }
  const implicit = refs.flatMap((ref, index): Array<[string, number]> => ref === undefined ? [] : [[nameOf(ref), index]])
  const explicit = Object.entries(isObject(mapping) ? mapping : {}).flatMap(([name, meant]): Array<[string, number]> => {
    const index = findBranch(meant)
    return index === undefined ? [] : [[name, index]]
  })
  const mapped = new Set(explicit.map(([, index]) => index))
  const names = [...explicit, ...implicit.filter(([, index]) => !mapped.has(index))].map(([name]) => name)
  const byName = new Map([...implicit.reverse(), ...explicit])
  return byName.size === 0 ? undefined : { propertyName, byName, names, otherwise: findBranch(defaultMapping) }
}

function indexOfTarget (targets: ReadonlyArray<string | undefined>, target: string | undefined): number {
  return target === undefined ? -1 : targets.indexOf(target)
}

/** The last name of a reference, without the ending of a file: `Dog` of `#/components/schemas/Dog`, of `Dog` and of `dogs/Dog.yaml`. */
function nameOf (ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1).replace(/\.(?:json|ya?ml)$/i, '')
}
