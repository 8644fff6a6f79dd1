import type { FormPart, FormPlace, Slot, Telling, Write } from './form-part.ts'
import { canLackMember, takes } from './form-part.ts'
import { isErrorStatus } from './role-of.ts'
import type { Role } from './role-of.ts'
import { isFreeText } from './message-slot.ts'
import type { Place, Words } from './words.ts'

type Say = (words: Words) => unknown

/** The texts of each role: the first that a place takes is used; an example keeps the texts of the other roles. */
const SAYINGS: Readonly<Partial<Record<Role, readonly Say[]>>> = {
  title: [({ title }) => title],
  error: [({ title }) => title],
  status: [({ status }) => String(status)],
  code: [({ code }) => code, ({ status }) => String(status)],
  field: [words => pointerOf(words.place), words => dotted(words.place), words => lastName(words.place)],
  part: [({ place }) => place?.part],
  rule: [({ rule }) => rule],
  expected: [({ expected }) => expected],
  actual: [({ actual }) => actual],
  url: [({ url }) => url],
  time: [({ at }) => at]
}

const UNTOLD: Telling = { isBrief: false, isTold: false }

/** Returns the slot of a place for a fact other than the message; `undefined` where it keeps its value. */
export function valueSlot (part: FormPart, place: FormPlace): Slot | undefined {
  const write = writeFor(part, place)
  if (write === undefined || !takes(part, place, write(part.sample, UNTOLD))) return undefined
  const { path, value } = place
  if (canLackMember(part, place)) return { path, write }
  return { path, write: (words, telling) => write(words, telling) ?? value }
}

function writeFor (part: FormPart, place: FormPlace): Write | undefined {
  const { value } = place
  if (isFreeText(place)) return writeText(part, place)
  if (typeof value === 'number') return isStatus(place) ? ({ status }) => status : undefined
  if (typeof value === 'boolean' && !part.isExample && !canLackMember(part, place)) return () => place.role === 'error'
  return isAnything(place) ? sayingsOf(place)[0] : undefined
}

function isAnything ({ shape, value }: FormPlace): boolean {
  return shape.kinds.size === 0 && typeof value !== 'object'
}

function writeText (part: FormPart, place: FormPlace): Write | undefined {
  if (part.isExample && keepsExample(place)) return undefined
  return sayingsOf(place).find(say => takes(part, place, say(part.sample)))
}

/** Tells whether a text of an example is a code of the API's own, or a title that stands beside the message. */
function keepsExample ({ role, value }: FormPlace): boolean {
  if (role === 'code' || role === 'error' || role === 'expected') return true
  return role === 'rule' && !/^[a-z]+$/i.test(String(value))
}

function sayingsOf ({ isExample, name, role, value }: FormPlace): readonly Say[] {
  const sayings = role === undefined ? [] : SAYINGS[role] ?? []
  const isPlain = /^param/i.test(name) || (isExample && !String(value).startsWith('/'))
  return role === 'field' && isPlain ? sayings.slice(1) : sayings
}

/** Tells whether a number is the status: by its role, or because it is one in the example. */
function isStatus ({ isExample, role, value }: FormPlace): boolean {
  if (isExample) return role === 'status' || isErrorStatus(value)
  return role === 'status' || role === 'code' || role === 'error'
}

function pointerOf (place: Place | undefined): string | undefined {
  return place && (place.pointer === '' ? place.part : place.pointer)
}

/** Returns the names of a place as many frameworks write them: `tags.1`. */
export function dotted (place: Place | undefined): string | undefined {
  return place && (place.names.length === 0 ? place.part : place.names.join('.'))
}

function lastName (place: Place | undefined): string | undefined {
  return place && (place.names.findLast(name => !/^\d+$/.test(name)) ?? place.part)
}
