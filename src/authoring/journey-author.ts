import type { Operation, SecurityScheme } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { sampleCredential } from '../init/sample-credential.ts'
import { Samples } from '../init/samples.ts'
import type { StandinTargets } from '../journeys/standin-targets.ts'
import { jsonFirst, writtenName } from '../responses/choose-media-type.ts'
import { Bound } from './bound.ts'
import type { DeclaredApi, DeclaredOperation, DeclaredType } from './declared-operation.ts'
import { setAt, valueAt } from './request-draft.ts'
import type { DraftBody, DraftParameter, RequestDraft } from './request-draft.ts'

/** The schema of an input that journeys declare. */
export interface AuthoredInput {
  readonly type: 'string'
  readonly format?: string
  readonly default?: string
  readonly 'x-standin-value'?: 'callbackUrl' | 'uuid'
}

/** How many bodies are generated beside the examples of an operation. */
const GENERATED = 3

/** Knows what journeys of a document are made of: samples of requests, credentials, and who creates what. */
export class JourneyAuthor {
  readonly api: DeclaredApi
  readonly targets: StandinTargets
  /** The inputs that drafts have named so far, by name. */
  readonly inputs = new Map<string, AuthoredInput>()
  readonly #samples = new Samples()

  constructor (api: DeclaredApi, targets: StandinTargets) {
    this.api = api
    this.targets = targets
  }

  close (): void {
    this.#samples.close()
  }

  typeOf (name: string): DeclaredType | undefined {
    return this.api.types.get(name)
  }

  creatorOf (type: string): DeclaredOperation | undefined {
    return this.api.operations.find(({ creates }) => creates === type)
  }

  /** Lists the operations that show a resource of a type and do not change it; those that find one first. */
  readersOf (type: string): DeclaredOperation[] {
    const readers = this.api.operations.filter(({ changes, creates, deletes, find }) =>
      find?.type === type && creates === undefined && !changes && !deletes)
    return readers.toSorted((a, b) => Number(a.find?.isMany) - Number(b.find?.isMany))
  }

  /** Lists requests that an operation may accept: with each example of its body, then with generated ones. */
  draftsOf (operation: Operation): RequestDraft[] {
    const bodies = this.#bodiesOf(operation)
    return bodies.map((body, index) => this.#finish({
      operation,
      parameters: this.#parametersOf(operation, index === 0 ? 'examples' : 'chance'),
      body
    }))
  }

  /** Returns another value for a part of a draft; `undefined` where its schema is not known. */
  otherValue ({ operation }: RequestDraft, expression: unknown): unknown {
    const [, place, name] = /^\$request\.(path|query|header)\.(.+)$/.exec(String(expression)) ?? []
    const parameter = operation.parameters.find(one => one.in === place && one.name === name)
    return parameter?.schema && this.#samples.any(parameter.schema, 'chance', 'request')
  }

  /** Returns a value that is bound to an input. An input keeps the default that it was first given. */
  input (name: string, input: AuthoredInput, trial?: string): Bound {
    const id = name.replace(/[^A-Za-z0-9_-]/g, '-')
    const known = this.inputs.get(id) ?? input
    this.inputs.set(id, known)
    return new Bound(trial ?? known.default, `$inputs.${id}`)
  }

  #bodiesOf ({ body }: Operation): Array<DraftBody | undefined> {
    const [media] = jsonFirst(body?.content ?? [])
    if (media === undefined) return [undefined, undefined]
    const contentType = writtenName(media.name)
    const { schema } = media
    const examples = media.examples.map(({ value }) => value)
    const generate = (_: unknown, index: number): unknown =>
      schema && this.#samples.any(schema, index === 0 ? 'examples' : 'chance', 'request')
    const generated = schema === undefined ? [] : Array.from({ length: GENERATED }, generate)
    const bodies = [...examples, ...generated].map(payload => ({ contentType, payload }))
    return body?.required === true ? bodies : [undefined, ...bodies]
  }

  #parametersOf ({ parameters }: Operation, from: 'examples' | 'chance'): DraftParameter[] {
    return parameters.filter(({ required }) => required).map(({ in: place, name, schema }) => ({
      name,
      in: place,
      value: schema === undefined ? 'a' : this.#samples.any(schema, from, 'request')
    }))
  }

  /** Adds the credentials, and removes the URLs of callbacks, which only a journey about them gives. */
  #finish (draft: RequestDraft): RequestDraft {
    const { callbacks, security } = draft.operation
    let finished = draft
    for (const { expression } of callbacks) finished = setAt(finished, expression, undefined)
    if (isObject(finished.body?.payload) && Object.keys(finished.body.payload).length === 0) {
      finished = draft.operation.body?.required === true ? finished : { ...finished, body: undefined }
    }
    for (const scheme of security[0] ?? []) finished = withCredential(finished, scheme, this)
    for (const [name, expression] of Object.entries(this.api.credentials)) {
      const value = valueAt(finished, expression)
      if (typeof value !== 'string') continue
      finished = setAt(finished, expression, this.input(name, { type: 'string', format: 'password', default: value }))
    }
    return finished
  }
}

function withCredential (draft: RequestDraft, scheme: SecurityScheme, author: JourneyAuthor): RequestDraft {
  const { in: place, name, prefix, value } = sampleCredential(scheme)
  const input = author.input(scheme.name, { type: 'string', format: 'password', default: value })
  if (prefix === '') return setAt(draft, `$request.${place}.${name}`, input)
  const bound = new Bound(`${prefix}${String(input.value)}`, `${prefix}{${input.expression}}`)
  return setAt(draft, `$request.${place}.${name}`, bound)
}
