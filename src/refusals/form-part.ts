import { isObject } from '../documents/is-object.ts'
import { define } from '../documents/own-member.ts'
import type { Shape } from '../schemas/shape.ts'
import { roleOf } from './role-of.ts'
import type { FormMember, Role, Subject } from './role-of.ts'
import type { Words } from './words.ts'

/** A part of an error form: the form itself, an item of a list in it, or a value of a map. */
export interface FormPart {
  /** A value that fits, in which the words of refusals take the place of some members. */
  readonly value: unknown
  readonly shape: Shape
  readonly subject: Subject
  readonly isExample: boolean
  readonly depth: number
  /** Whether the form takes the members of problem details beside its own. */
  readonly takesMore: boolean
  /** The words of a refusal as good as any, to try whether a place takes such words. */
  readonly sample: Words
  /** Tells whether the form fits its schema with another value as this part. */
  fits (value: unknown): boolean
}

/** How the words of one refusal are written into a form. */
export interface Telling {
  /** Whether only short texts are written, because the long ones do not fit. */
  readonly isBrief: boolean
  /** Whether the form contains the whole message. */
  isTold: boolean
}

/** Returns the value that says some words; `undefined` where the value is to be left out. */
export type Write = (words: Words, telling: Telling) => unknown

/** The names that lead from a part to one of its members. */
export type Path = readonly string[]

/** A member of a part that contains no other members, with its role. */
export interface FormPlace extends FormMember {
  readonly path: Path
  readonly role: Role | undefined
}

/** A place, with what is written there. */
export interface Slot {
  readonly path: Path
  readonly write: Write
}

/** The depth below which nothing is filled: a form may contain itself. */
const MAX_DEPTH = 4

/** Lists the places of a part, those in nested objects too. */
export function listPlaces ({ isExample, shape, subject, value }: FormPart): FormPlace[] {
  const places: FormPlace[] = []
  const add = (name: string, member: unknown, { path, shape }: { path: Path, shape: Shape }): void => {
    if (isObject(member) && !isMap(member, shape) && path.length < MAX_DEPTH) {
      for (const [inner, value] of Object.entries(member)) {
        add(inner, value, { path: [...path, inner], shape: shape.member(inner) })
      }
      return
    }
    const place = { name, shape, value: member, isExample }
    places.push({ ...place, path, role: roleOf(place, subject) })
  }
  add('', value, { path: [], shape })
  return places
}

/** Tells whether the members of an object have names that its schema does not know: fields of requests, say. */
export function isMap (value: object, shape: Shape): boolean {
  if (shape.names.length > 0) return false
  if (shape.said('additionalProperties').some(isObject)) return true
  const members = Object.values(value)
  return members.length > 0 && members.every(member => Array.isArray(member) && typeof member[0] === 'string')
}

/** Returns a copy of a value with another member at a path; without the member where that is `undefined`. */
export function withMember (value: unknown, [name, ...rest]: Path, member: unknown): unknown {
  if (name === undefined) return member
  const copy: Record<string, unknown> = {}
  for (const [key, own] of Object.entries(isObject(value) ? value : {})) {
    const changed = key === name ? withMember(own, rest, member) : own
    if (changed !== undefined) define(copy, key, changed)
  }
  return copy
}

/** Tells whether a value can be written at a place. */
export function takes (part: FormPart, { path }: Pick<FormPlace, 'path'>, value: unknown): boolean {
  return part.fits(withMember(part.value, path, value))
}

/** Tells whether a part fits without a member. */
export function canLackMember (part: FormPart, { path }: Pick<FormPlace, 'path'>): boolean {
  return path.length > 0 && takes(part, { path }, undefined)
}

/** Returns the smallest number that the schemas of a shape have for a keyword. */
export function least (shape: Shape, keyword: string): number | undefined {
  const numbers = shape.said(keyword).filter(value => typeof value === 'number')
  return numbers.length === 0 ? undefined : Math.min(...numbers)
}
