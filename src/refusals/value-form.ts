import type { MediaType, SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { isJson, isSequence, isXml, isXmlText } from '../messages/media-type.ts'
import { parseBody } from '../messages/parse-body.ts'
import { parseJson } from '../messages/parse-json.ts'
import { seededGeneratorOf } from '../responses/generate-value.ts'
import { shapeOf } from '../schemas/shape.ts'
import { compilePart } from './compile-part.ts'
import type { Filling } from './filling.ts'
import { ownBody } from './form-source.ts'
import type { ErrorForm, FilledForm, FormSource } from './form-source.ts'
import type { Words } from './words.ts'

/** How many generated values are tried as forms: a schema of alternatives has one for each. */
const VARIANTS = 8

/** Compiles a form whose body is a value: an object, a list or a text. */
export function valueForm (source: FormSource, name: string): ErrorForm {
  const { mediaType } = source
  const isLines = isSequence(name)
  const schema = isLines ? itemSchemaOf(mediaType) : mediaType.schema
  const wrap = (value: unknown): unknown => {
    if (isLines) return Array.isArray(value) ? value : [value]
    return name === 'text/event-stream' && typeof value === 'string' ? writeEvent(value) : value
  }
  const form = { ...source, fits: (value: unknown) => source.fits(wrap(value)) }
  const variants = listVariants(form, { name, schema })
  const [forItems, forAll] = [bestOf(variants, rankForItems), bestOf(variants, rankForAll)]
  const isOpen = isProblem(name) || shapeOf(schema).isOpen
  return {
    tells: forAll?.tellsWhole === true,
    fill (words) {
      const filling = words.items.length > 0 ? forItems : forAll
      const filled = filling && fillWith(filling, words, form)
      if (filled === undefined) return undefined
      const told = isOpen && (isProblem(name) || !filled.isTold) ? withOwn(filled, words, form) : filled
      return { ...told, body: wrap(told.body) }
    }
  }
}

function writeEvent (data: string): string {
  return `event: error\n${data.split('\n').map(line => `data: ${line}\n`).join('')}\n`
}

function itemSchemaOf ({ items, schema }: MediaType): SchemaReference | undefined {
  return items ?? schema
}

interface VariantOptions {
  readonly name: string
  readonly schema: SchemaReference | undefined
}

/** Compiles what a form can be filled from: its examples, and generated values. */
function listVariants (source: FormSource, options: VariantOptions): Filling[] {
  const { mediaType, fits, sample } = source
  const shape = shapeOf(options.schema)
  const part = { shape, subject: 'refusal', depth: 0, fits, sample } as const
  const compile = (value: unknown, isExample: boolean): Filling =>
    compilePart({ ...part, value, isExample, takesMore: isProblemOpen(value, source, options) })

  const examples = mediaType.examples
    .map(({ value }) => readExample(value, mediaType, options.name))
    .filter(fits)
    .map(value => compile(value, true))
  if (examples.some(({ tellsWhole }) => tellsWhole)) return examples
  const generated: Filling[] = []
  for (const value of listGenerated(source, options)) {
    const filling = compile(value, false)
    generated.push(filling)
    if (filling.tellsItems && filling.tellsWhole) break
  }
  return [...examples, ...generated]
}

/** Tells whether a form of problem details has room for the standard members (RFC 9457, section 3.1). */
function isProblemOpen (value: unknown, { fits, sample }: FormSource, { name }: VariantOptions): boolean {
  return isProblem(name) && isObject(value) && fits({ ...ownBody(sample), ...value })
}

/** Returns the value of an example, which may be written as text. */
function readExample (value: unknown, mediaType: MediaType, name: string): unknown {
  if (typeof value !== 'string') return value
  if (isXml(name) && isXmlText(value)) {
    const reading = parseBody(Buffer.from(value), name, mediaType)
    return reading.kind === 'value' ? reading.value : value
  }
  if (!isJson(name) || !/^\s*[[{]/.test(value)) return value
  const reading = parseJson(value)
  return reading.kind === 'value' ? reading.value : value
}

/** Generates values that fit, each with other alternatives of the schema; a text without a schema is empty. */
function * listGenerated ({ fits }: FormSource, { schema }: VariantOptions): Generator<unknown> {
  if (schema === undefined) {
    yield ''
    return
  }
  const generate = seededGeneratorOf(schema, 'response')
  for (let variant = 0; variant < VARIANTS; variant++) {
    const { value } = generate({ seed: `refusal ${variant}`, from: 'examples' })
    if (fits(value)) yield value
  }
}

function bestOf (fillings: readonly Filling[], rank: (filling: Filling) => number): Filling | undefined {
  return fillings.toSorted((a, b) => rank(b) - rank(a))[0]
}

function rankForItems ({ hasPlaces, tellsItems, tellsWhole }: Filling): number {
  return Number(tellsItems) + Number(tellsWhole) + Number(hasPlaces)
}

/** A list says less well what is wrong with no single value. */
function rankForAll ({ hasPlaces, tellsItems, tellsWhole }: Filling): number {
  return 2 * Number(tellsWhole) - Number(tellsItems) + Number(hasPlaces)
}

/** Fills a form with the whole words, with short ones where those do not fit, or with none. */
function fillWith ({ value, write }: Filling, words: Words, { fits }: FormSource): FilledForm | undefined {
  for (const isBrief of [false, true]) {
    const telling = { isBrief, isTold: false }
    const body = write(words, telling)
    if (fits(body)) return { body, isTold: telling.isTold }
  }
  return fits(value) ? { body: value, isTold: false } : undefined
}

/** Adds the members of problem details: all of them, or else those that fit the form. */
function withOwn ({ body, isTold }: FilledForm, words: Words, { fits, mediaType }: FormSource): FilledForm {
  if (!isObject(body)) return { body, isTold }
  const own = ownBody(words)
  const more = { ...own, ...body }
  const shared = Object.fromEntries(Object.entries(own).filter(([name]) => Object.hasOwn(body, name)))
  const candidates = isProblem(mediaType.name) ? [{ ...body, ...own }, more, { ...body, ...shared }] : [more]
  const fitting: Record<string, unknown> = candidates.find(fits) ?? body
  return { body: fitting, isTold: isTold || fitting.detail === words.message }
}

function isProblem (name: string): boolean {
  return name.startsWith('application/problem+')
}
