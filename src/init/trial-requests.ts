import type { Operation, SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { ResourceModel } from './resource-model.ts'
import { resourceAddress } from './resource-address.ts'
import type { SampleChoices } from './sample-request.ts'
import { isValid } from './samples.ts'
import type { Samples } from './samples.ts'
import type { ProposedOperation } from './suggestion.ts'
import { typeOf } from './types-of.ts'

/** A resource that was created, with the values of the path parameters above it. */
export interface CreatedResource {
  readonly id: string
  readonly parents: readonly string[]
}

/** The origin of the values of a request: the examples of the document, or generated values. */
export type ValuesFrom = SampleChoices['from']

/** Chooses the values of the requests that try a type of resource. */
export class TrialRequests {
  readonly #model: ResourceModel
  readonly #samples: Samples

  constructor (model: ResourceModel, samples: Samples) {
    this.#model = model
    this.#samples = samples
  }

  /** Returns values for the parameters above the resource, as the creating operation has them. */
  parents (operation: Operation, from: ValuesFrom): string[] {
    const { members, parents } = this.#model
    return this.#parentNames(operation).map((name, index) => {
      const { isHidden = true, member = '' } = parents[index] ?? {}
      const schema = isHidden ? parameterSchema(operation, name) : members.get(member)?.schema
      return this.#textOf(schema, 'a', from)
    })
  }

  /** Returns the choices for a request that creates a resource. */
  creation (operation: Operation, parents: readonly string[], from: ValuesFrom): SampleChoices {
    const names = this.#parentNames(operation)
    const path = { ...valuesByName(names, parents), ...this.#ownId(operation, from) }
    // In a world whose clock stands still, a request that waits for its job would wait for good.
    const hasPrefer = operation.parameters.some(({ name }) => name.toLowerCase() === 'prefer')
    const headers: Record<string, string> = hasPrefer ? { prefer: 'respond-async' } : {}
    return { samples: this.#samples, from, path, headers, change: body => this.#withId(body, from) }
  }

  /** Returns the choices for a request on a resource. */
  on ({ action, operation }: ProposedOperation, { id, parents }: CreatedResource, from: ValuesFrom): SampleChoices {
    const address = resourceAddress(operation, this.#model.collection)
    const named = address.id === undefined ? {} : { [address.id.name]: id }
    const path = { ...valuesByName(address.parents, parents), ...address.id?.in === 'path' && named }
    const query = address.id?.in === 'query' ? named : {}
    const idMember = this.#model.id
    const change = (body: unknown): unknown => {
      if (address.id !== undefined || idMember === undefined || !isObject(body) || action === 'list') return body
      return { ...body, [idMember.name]: typeOf(idMember.schema) === 'string' ? id : Number(id) }
    }
    return { samples: this.#samples, from, path, query, change }
  }

  /** Returns an id that no resource has; `undefined` when none is found. */
  missingId (read: Operation, known: string): string | undefined {
    const { id } = resourceAddress(read, this.#model.collection)
    const schema = parameterSchema(read, id?.name ?? '')
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const other = this.#textOf(schema, 'missing', 'chance')
      if (other !== known && other !== '') return other
    }
    return undefined
  }

  /** Lists the parameters above the resource: also those of another path that creates it. */
  #parentNames (operation: Operation): readonly string[] {
    const { collection, parents } = this.#model
    const own = resourceAddress(operation, collection).parents
    return own.length < parents.length ? parents.map(({ parameter }) => parameter) : own
  }

  /** Returns the id that a creation has in its path: one that is valid in the resource too. */
  #ownId (operation: Operation, from: ValuesFrom): Record<string, string> {
    const { id: parameter } = resourceAddress(operation, this.#model.collection)
    const { id } = this.#model
    if (parameter?.in !== 'path' || id === undefined) return {}
    const schema = parameterSchema(operation, parameter.name)
    const value = this.#samples.any(id.schema, from)
    const isUsable = value !== null && (schema === undefined || isValid(schema, value))
    return isUsable ? { [parameter.name]: String(value) } : {}
  }

  /** Replaces an id that the client chooses by one that is valid in the path that reads the resource. */
  #withId (body: unknown, from: ValuesFrom): unknown {
    const { collection: { id: parameter = '', read }, id, idIsGiven } = this.#model
    const schema = read && parameterSchema(read, parameter)
    if (!idIsGiven || id === undefined || schema === undefined || !isObject(body) || !(id.name in body)) return body
    return { ...body, [id.name]: this.#samples.any(schema, from) }
  }

  #textOf (schema: SchemaReference | undefined, otherwise: string, from: ValuesFrom): string {
    return schema === undefined ? otherwise : String(this.#samples.any(schema, from))
  }
}

/** How often another id is looked for. */
const ATTEMPTS = 3

function parameterSchema ({ parameters }: Operation, name: string): SchemaReference | undefined {
  return parameters.find(parameter => parameter.in !== 'header' && parameter.name === name)?.schema
}

function valuesByName (names: readonly string[], values: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? 'a']))
}
