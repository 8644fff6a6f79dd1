import type { JsonObject } from '../documents/is-object.ts'
import { DEFAULT_LOCALE } from './load-faker.ts'
import type { Arrangement, Edit } from './edit.ts'
import { listObjects } from './list-objects.ts'
import { plainName } from './name-words.ts'
import { slug } from './slug.ts'

const FIRST = /^(.*?)(?:firstname|givenname|forename|fname)$/
const LAST = /^(.*?)(?:lastname|surname|familyname|lname)$/
const FULL = /^(.*?)(?:fullname|displayname|realname|contactname|name)$/
const USER = /^(.*?)(?:username|login|nickname|handle|screenname)$/
const MAIL = /^(.*?)(?:emailaddress|email|mail)$/

/** The languages in which the family name comes first. */
const FAMILY_FIRST = /^(?:hu|ja|ko|vi|zh)/

/** Lists the edits by which full names, user names and email addresses follow from the names beside them. */
export function listPersonEdits (value: unknown, { draw: { locale = DEFAULT_LOCALE }, fixed }: Arrangement): Edit[] {
  const edits: Edit[] = []
  for (const { object, path } of listObjects(value, fixed)) {
    for (const [name, text] of agreeing(object, FAMILY_FIRST.test(locale))) {
      if (!fixed.has(object[name]) && object[name] !== text) edits.push({ path: [...path, name], values: [text] })
    }
  }
  return edits
}

/** The names of one person in an object: those of its members. */
interface PersonMembers {
  first?: string
  last?: string
  full?: string
  user?: string
  mail?: string
}

function agreeing (object: JsonObject, isFamilyFirst: boolean): Array<[name: string, text: string]> {
  const texts: Array<[string, string]> = []
  for (const { first, full, last, mail, user } of listPersons(object)) {
    const text = (name: string | undefined): string => name === undefined ? '' : String(object[name])
    let whole = text(full)
    if (first !== undefined && last !== undefined) {
      whole = (isFamilyFirst ? [last, first] : [first, last]).map(text).join(' ')
      if (full !== undefined) texts.push([full, whole])
    }
    const parts = first === undefined ? whole : [text(first), text(last)].join(' ')
    const local = slug(withoutTitles(parts), '.')
    if (local === '') continue
    if (user !== undefined) texts.push([user, local])
    const [, domain] = text(mail).split('@')
    if (mail !== undefined && domain !== undefined) texts.push([mail, `${local}@${domain}`])
  }
  return texts
}

/** Lists the persons of an object: its own names, and those of members such as `customerName` and `customerEmail`. */
function listPersons (object: JsonObject): PersonMembers[] {
  const persons = new Map<string, PersonMembers>()
  const kinds = [['first', FIRST], ['last', LAST], ['user', USER], ['full', FULL], ['mail', MAIL]] as const
  for (const [name, text] of Object.entries(object)) {
    if (typeof text !== 'string' || isDate(text)) continue
    const plain = plainName(name)
    const [kind, names] = kinds.find(([, names]) => names.test(plain)) ?? []
    if (kind === undefined || names === undefined) continue
    const whose = names.exec(plain)?.[1] ?? ''
    const person = persons.get(whose) ?? {}
    persons.set(whose, person)
    person[kind] ??= name
  }
  addNamedAlone(object, persons)
  return [...persons.values()]
}

/** Returns whether a text is a date, as that of a last login is. */
function isDate (text: string): boolean {
  return /^\d{4}-\d\d-\d\d/.test(text)
}

/** Adds the names that have no ending: `customer` beside `customerEmail`. */
function addNamedAlone (object: JsonObject, persons: ReadonlyMap<string, PersonMembers>): void {
  for (const [name, text] of Object.entries(object)) {
    const plain = plainName(name)
    const person = plain === '' ? undefined : persons.get(plain)
    if (person !== undefined && typeof text === 'string') person.full ??= name
  }
}

/** Returns a name without what stands before and behind it. */
function withoutTitles (name: string): string {
  const untitled = name.replace(/^(?:Dr|Mr|Mrs|Ms|Miss|Prof|Herr|Frau)\.? /, '')
  return untitled.replace(/ (?:Jr\.|Sr\.|I{1,3}|IV|V|MD|DDS|PhD|DVM)$/, '')
}
