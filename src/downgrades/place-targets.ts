import { freeName } from '../documents/free-name.ts'
import type { PartKind } from '../documents/held-parts.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer, parseJsonPointer } from '../documents/json-pointer.ts'
import { define } from '../documents/own-member.ts'
import { pascal } from '../documents/pascal.ts'
import { walkDocument } from '../documents/walk-document.ts'
import type { Lose } from './loss.ts'
import { schemaObject } from './schema-objects.ts'
import { Targets } from './targets.ts'
import type { Target } from './targets.ts'

/** The member of `components` that holds a kind of part in OpenAPI 3.0. */
const SECTIONS: Partial<Readonly<Record<PartKind, string>>> = {
  schema: 'schemas',
  response: 'responses',
  parameter: 'parameters',
  example: 'examples',
  requestBody: 'requestBodies',
  header: 'headers',
  securityScheme: 'securitySchemes',
  link: 'links',
  callback: 'callbacks'
}

/**
 * Has every reference of a document name a component, in place. What is referred to elsewhere, as under `$defs`, by an
 * anchor or an `$id`, becomes a component.
 */
export function placeTargets (document: JsonObject, lose: Lose): void {
  const placing = new Placing(document)
  // Every target is found before the first is moved.
  for (const { lead, section, target } of listReferences(document, lose)) lead(`#${placing.place(section, target)}`)
}

/** A reference of a document, and how to make it one to another place. */
interface FoundReference {
  readonly section: string
  readonly target: Target
  lead (reference: string): void
}

/** Lists the references of a document. Removes those of schemas that have no target. */
function listReferences (document: JsonObject, lose: Lose): FoundReference[] {
  const found: FoundReference[] = []
  const targets = new Targets(document)
  walkDocument(document, ({ kind, pointer, value }) => {
    const section = SECTIONS[kind]
    if (section === undefined) return
    const mapping = mappingOf(value)
    for (const [name, reference] of Object.entries(mapping)) {
      const target = typeof reference === 'string' && reference.includes('#') && targets.find(reference, pointer)
      if (target) found.push({ section, target, lead: other => { mapping[name] = other } })
    }
    if (value.$ref === undefined && typeof value.$dynamicRef === 'string') {
      lose(`${pointer}/$dynamicRef`, 'a dynamic reference always leads to the same schema')
      value.$ref = value.$dynamicRef
    }
    if (value.$ref === undefined) return
    const target = typeof value.$ref === 'string' ? targets.find(value.$ref, pointer) : undefined
    if (target !== undefined) found.push({ section, target, lead: other => { value.$ref = other } })
    else if (kind === 'schema') {
      lose(`${pointer}/$ref`, `the reference ${String(value.$ref)} has no target, so any value is accepted`)
      delete value.$ref
    }
  })
  return found
}

/** Returns the mapping of a discriminator, whose values may be references. */
function mappingOf ({ discriminator }: JsonObject): JsonObject {
  return isObject(discriminator) && isObject(discriminator.mapping) ? discriminator.mapping : {}
}

/** Puts the targets of references among the components, each once. */
class Placing {
  readonly #components: JsonObject
  /** The pointers of the components, by the components themselves. */
  readonly #pointers = new Map<unknown, string>()

  constructor (document: JsonObject) {
    if (!isObject(document.components)) document.components = {}
    this.#components = document.components as JsonObject
    for (const section of Object.values(SECTIONS)) {
      const parts = this.#components[section]
      if (!isObject(parts)) continue
      for (const [name, part] of Object.entries(parts)) {
        if (isObject(part)) this.#pointers.set(part, pointerOf(section, name))
      }
    }
  }

  /** Returns the pointer of the component that a target is, or becomes. */
  place (section: string, target: Target): string {
    const { pointer } = target
    const known = this.#pointers.get(keyOf(target))
    if (known !== undefined) return known
    const [, within, name, ...rest] = parseJsonPointer(pointer) ?? []
    if (within === section && name !== undefined && rest.length === 0) return pointer
    return this.#add(section, target)
  }

  #add (section: string, { holder, pointer, value }: Target): string {
    const names = parseJsonPointer(pointer) ?? []
    const last = names.at(-1) ?? ''
    const parts = this.#components[section] ?? {}
    this.#components[section] = parts
    if (!isObject(parts)) return pointer
    const wanted = /^\d+$/.test(last) ? `${pascal(names.at(-2) ?? '')}${last}` : pascal(last)
    const name = freeName(wanted, name => Object.hasOwn(parts, name))
    const placed = pointerOf(section, name)
    define(parts, name, schemaObject(value))
    this.#pointers.set(keyOf({ pointer, value }), placed)
    const reference = { $ref: `#${placed}` }
    if (Array.isArray(holder)) holder[Number(last)] = reference
    else if (isObject(holder)) define(holder, last, reference)
    return placed
  }
}

/** A boolean schema is no object that could be known again. */
function keyOf ({ pointer, value }: Pick<Target, 'pointer' | 'value'>): unknown {
  return isObject(value) ? value : pointer
}

function pointerOf (section: string, name: string): string {
  return `/components/${section}/${escapePointer(name)}`
}
