import type { MediaType } from '../contract/contract.ts'
import { FORM, isJson, isSequence, isXml } from '../messages/media-type.ts'
import { STATUS_CODES } from '../messages/node-http.ts'
import { writtenName } from '../responses/choose-media-type.ts'
import { shapeOf } from '../schemas/shape.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { createBodyCheck } from '../validation/body-check.ts'
import { ownBody } from './form-source.ts'
import type { ErrorForm, FormSource } from './form-source.ts'
import { markupForm } from './markup-form.ts'
import { valueForm } from './value-form.ts'
import { toWords } from './words.ts'
import type { ErrorFacts } from './words.ts'

/** Compiles the form of an error; `undefined` for a media type that cannot contain words: an image, an archive. */
export function compileErrorForm (mediaType: MediaType, status: number): ErrorForm | undefined {
  const name = writtenName(mediaType.name)
  if (!isWords(name)) return undefined
  const source = { mediaType, sample: toWords(sampleFacts(status)), fits: createFits(mediaType) }
  if (isMarkup(name) && isText(mediaType)) return markupForm(source, name)
  if (isFree(mediaType) && isJson(name)) return ownForm(source)
  return valueForm(source, name)
}

function isWords (name: string): boolean {
  return isJson(name) || isXml(name) || isSequence(name) || name === FORM || TEXTS.test(name)
}

const TEXTS = /^text\/|yaml|javascript|graphql/

function isMarkup (name: string): boolean {
  return isXml(name) || name === 'text/html'
}

/** Tells whether bodies are texts, rather than values that are still to be written. */
function isText ({ examples, schema }: MediaType): boolean {
  return !shapeOf(schema).isStructured && !examples.some(({ value }) => typeof value === 'object')
}

/** Tells whether a form is open to any object, so that problem details fit it. */
function isFree ({ examples, items, schema }: MediaType): boolean {
  const { kinds, names } = shapeOf(schema)
  const isObject = kinds.size === 0 || (kinds.size === 1 && kinds.has('object'))
  return examples.length === 0 && items === undefined && isObject && names.length === 0
}

/** The form that is filled with problem details, where those fit. */
function ownForm (source: FormSource): ErrorForm {
  const others = valueForm(source, 'application/json')
  return {
    tells: source.fits(ownBody(source.sample)) || others.tells,
    fill (words) {
      const body = ownBody(words)
      return source.fits(body) ? { body, isTold: true } : others.fill(words)
    }
  }
}

function createFits (mediaType: MediaType): FormSource['fits'] {
  const check = createBodyCheck(mediaType, 'response')
  return body => {
    const violations = new ViolationList()
    check(body, violations)
    return violations.isEmpty
  }
}

/** Returns the facts of a refusal as they usually are, for the probe of a form. */
function sampleFacts (status: number): ErrorFacts {
  const message = 'query /names/1 must be an integer, but is "large"'
  return {
    kind: 'invalid',
    status,
    code: 'STANDIN_INVALID_REQUEST',
    title: STATUS_CODES[status] ?? 'Error',
    detail: `The request does not fit its contract (things.listThings): ${message}`,
    violations: [
      { in: 'query', pointer: '/names/1', rule: 'type', expected: 'be an integer', actual: '"large"', message }
    ],
    url: '/things?names=1,large',
    at: '2026-01-01T00:00:00.000Z'
  }
}
