import { isObject } from '../documents/is-object.ts'
import { leastValue } from '../responses/least-value.ts'
import { define } from '../documents/own-member.ts'
import type { Shape } from '../schemas/shape.ts'
import type { Filling } from './filling.ts'
import { isMap, least, takes } from './form-part.ts'
import type { FormPart, FormPlace, Path, Telling, Write } from './form-part.ts'
import { isNamedAfterErrors, plainName } from './role-of.ts'
import { dotted } from './value-slot.ts'
import type { Words } from './words.ts'

type CompilePart = (part: FormPart) => Filling

/** A list or a map that can contain what is wrong. */
export interface ListSlot {
  readonly path: Path
  /** Whether the document says that it is for errors, in names or descriptions. */
  readonly isSure: boolean
  readonly tellsWhole: boolean
  /** Creates the function that writes it. A refusal without violations leaves it empty where that is allowed. */
  writer (mayBeEmpty: boolean): Write
}

/** The depth of lists within lists at which no more are filled. */
const MAX_DEPTH = 2

/** Returns the slot of a list or of a map of violations; `undefined` for other places. */
export function listSlot (part: FormPart, place: FormPlace, compile: CompilePart): ListSlot | undefined {
  const { shape, value } = place
  if (part.depth > MAX_DEPTH) return undefined
  if (Array.isArray(value) || (value === null && shape.kinds.has('array'))) {
    return isTokenList(part, place) ? tokenSlot(part, place) : itemsSlot(part, place, compile)
  }
  return isObject(value) && isMap(value, shape) ? mapSlot(part, { ...place, value }, compile) : undefined
}

/** Tells whether a list holds the steps to the place of a violation: `["body", "tags", 1]`. */
function isTokenList ({ subject }: FormPart, { name, shape: { items } }: FormPlace): boolean {
  if (subject !== 'violation') return false
  const isMixed = items.kinds.has('string') && items.kinds.has('integer')
  return isMixed || ['loc', 'path', 'location'].includes(plainName(name))
}

function tokenSlot (part: FormPart, place: FormPlace): ListSlot | undefined {
  const { path, shape, value } = place
  const write = ({ place: where }: Words): unknown =>
    where === undefined ? value : [where.part, ...where.names].map(name => toStep(name, shape.items))
  if (!takes(part, place, write(part.sample))) return undefined
  return { path, isSure: true, tellsWhole: false, writer: () => write }
}

function toStep (name: string, { kinds }: Shape): string | number {
  return /^\d+$/.test(name) && (kinds.has('integer') || kinds.has('number')) ? Number(name) : name
}

function itemsSlot (part: FormPart, place: FormPlace, compile: CompilePart): ListSlot | undefined {
  const { path, shape } = place
  const given: readonly unknown[] = Array.isArray(place.value) ? place.value : []
  const shortest = least(shape, 'minItems') ?? 0
  const longest = least(shape, 'maxItems') ?? Infinity
  const takesItems = (items: readonly unknown[]): boolean => takes(part, place, items)
  const item = given[0] ?? leastValue(shape.items)
  const filling = compileItem({ ...part, value: item, isExample: part.isExample && given.length > 0 }, {
    shape: shape.items,
    compile,
    fits: value => takesItems(padded([value], shortest))
  })
  if (filling === undefined) return undefined
  const canBeEmpty = takesItems([])
  return {
    path,
    isSure: filling.isSure || isNamedAfterErrors(place),
    tellsWhole: filling.tellsWhole,
    writer: mayBeEmpty => (words, telling) => {
      const described = describedBy(words, part.subject, mayBeEmpty && canBeEmpty)
      const items = writeEach(described, filling, telling)
      if (items.length === 0) return items
      if (items.length > longest) telling.isTold = false
      return padded(items.slice(0, longest), shortest)
    }
  }
}

function mapSlot (
  part: FormPart,
  place: FormPlace & { readonly value: object },
  compile: CompilePart
): ListSlot | undefined {
  const { path, shape, value } = place
  const [[exampleKey = '', given] = []] = Object.entries(value)
  const keyOf = exampleKey.startsWith('/') ? slashed : keyWords
  const key = keyOf(part.sample)
  const filling = compileItem({ ...part, value: given ?? leastValue(shape.member(key)) }, {
    shape: shape.member(key),
    compile,
    fits: value => takes(part, place, { [key]: value })
  })
  if (filling === undefined) return undefined
  const canBeEmpty = takes(part, place, {})
  return {
    path,
    isSure: filling.isSure || isNamedAfterErrors(place),
    tellsWhole: filling.tellsWhole,
    writer: mayBeEmpty => (words, telling) => {
      const map: Record<string, unknown> = {}
      const described = describedBy(words, part.subject, mayBeEmpty && canBeEmpty)
      for (const [index, value] of writeEach(described, filling, telling).entries()) {
        const key = keyOf(described[index] ?? words)
        const before = Object.hasOwn(map, key) ? map[key] : undefined
        // A text has no room for a second violation of the same field.
        if (before !== undefined && !Array.isArray(before)) telling.isTold = false
        define(map, key, joined(before, value))
      }
      return map
    }
  }
}

interface ItemPart extends Pick<FormPart, 'shape' | 'fits'> {
  readonly compile: CompilePart
}

function compileItem (part: FormPart, { compile, ...own }: ItemPart): Filling | undefined {
  if (!own.fits(part.value)) return undefined
  const filling = compile({
    ...part,
    ...own,
    subject: 'violation',
    depth: part.depth + 1,
    takesMore: false,
    sample: part.sample.items[0] ?? part.sample
  })
  return filling.hasPlaces ? filling : undefined
}

/** Lists what a list describes: each violation, or else the refusal as a whole unless that is told elsewhere. */
function describedBy (words: Words, subject: FormPart['subject'], mayBeEmpty: boolean): readonly Words[] {
  if (subject === 'violation') return [words]
  if (words.items.length > 0) return words.items
  return mayBeEmpty ? [] : [words]
}

/** Writes each item; the violations are told where each of their messages is. */
function writeEach (described: readonly Words[], { write }: Filling, telling: Telling): unknown[] {
  let isTold = described.length > 0
  const items = described.map(words => {
    const own = { isBrief: telling.isBrief, isTold: false }
    const item = write(words, own)
    isTold &&= own.isTold
    return item
  })
  if (isTold) telling.isTold = true
  return items
}

function padded (items: readonly unknown[], shortest: number): readonly unknown[] {
  const missing = Math.max(0, Math.min(shortest, MOST_ITEMS) - items.length)
  return [...items, ...Array.from({ length: missing }, () => items.at(-1))]
}

/** The most items that a list is filled up to. */
const MOST_ITEMS = 100

function keyWords ({ place }: Words): string {
  return dotted(place) ?? 'request'
}

function slashed ({ place }: Words): string {
  return place === undefined ? '/' : place.pointer
}

/** Joins what two violations of the same field say, where that is a list. */
function joined (before: unknown, after: unknown): unknown {
  if (before === undefined) return after
  return Array.isArray(before) && Array.isArray(after) ? [...before, ...after] : before
}
