import { isObject } from '../documents/is-object.ts'

/** The alternatives that a discriminator names, by the value of its member. */
export interface Choice {
  readonly propertyName: string
  /** The index of an alternative. */
  readonly byName: ReadonlyMap<string, number>
  /** The names to show: an alternative that the mapping names has that name only. */
  readonly names: readonly string[]
  /**
   * The alternative for a missing member, or a value that names none (OpenAPI 3.2, Discriminator
   * Object).
   */
  readonly otherwise: number | undefined
}

/** Returns the pointer that a `$ref` resolves to; `undefined` where it resolves to nothing. */
type Resolve = (ref: string) => string | undefined

type NamedBranch = [name: string, index: number]

/**
 * Reads a schema's discriminator: its mapping, by the names of schemas or by references to them,
 * and the names that follow from the references themselves. Returns `undefined` where it names none
 * of the alternatives.
 */
export function readChoice (
  discriminator: unknown,
  branches: readonly unknown[],
  resolve: Resolve
): Choice | undefined {
  if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') return undefined
  const { propertyName, mapping, defaultMapping } = discriminator
  const refs = branches.map(refOf)
  const findBranch = createBranchFinder(refs, resolve)

  const implicit = listImplicit(refs)
  const explicit = listExplicit(mapping, findBranch)
  const mapped = new Set(explicit.map(([, index]) => index))
  const unmapped = implicit.filter(([, index]) => !mapped.has(index))
  const names = [...explicit, ...unmapped].map(([name]) => name)
  // The first of a name counts, and the mapping before the references.
  const byName = new Map([...implicit.reverse(), ...explicit])
  return byName.size === 0 ? undefined : { propertyName, byName, names, otherwise: findBranch(defaultMapping) }
}

/**
 * "When using the discriminator, inline schemas will not be considered" (OpenAPI 3.1, Discriminator
 * Object).
 */
function refOf (branch: unknown): string | undefined {
  return isObject(branch) && typeof branch.$ref === 'string' ? branch.$ref : undefined
}

/** Creates the function that returns the index of the alternative that a mapping's value means. */
function createBranchFinder (refs: ReadonlyArray<string | undefined>, resolve: Resolve) {
  const targets = refs.map(ref => ref === undefined ? undefined : resolve(ref))
  return (value: unknown): number | undefined => {
    if (typeof value !== 'string') return undefined
    const target = resolve(value)
    const candidates = [
      refs.indexOf(value),
      targets.indexOf(`/components/schemas/${value}`),
      target === undefined ? -1 : targets.indexOf(target),
      refs.findIndex(ref => ref !== undefined && nameOf(ref) === nameOf(value))
    ]
    return candidates.find(index => index >= 0)
  }
}

function listImplicit (refs: ReadonlyArray<string | undefined>): NamedBranch[] {
  const named: NamedBranch[] = []
  for (const [index, ref] of refs.entries()) if (ref !== undefined) named.push([nameOf(ref), index])
  return named
}

function listExplicit (mapping: unknown, findBranch: (value: unknown) => number | undefined): NamedBranch[] {
  const named: NamedBranch[] = []
  for (const [name, value] of Object.entries(isObject(mapping) ? mapping : {})) {
    const index = findBranch(value)
    if (index !== undefined) named.push([name, index])
  }
  return named
}

/**
 * Returns the last name of a reference, without a file's ending: `Dog` of
 * `#/components/schemas/Dog` and of `dogs/Dog.yaml`.
 */
export function nameOf (ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1).replace(/\.(?:json|ya?ml)$/i, '')
}
