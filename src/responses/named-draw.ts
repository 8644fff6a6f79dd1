import type { DrawNamed, NamedRow } from './draw-named.ts'
import { nameWords, plainName, singular } from './name-words.ts'
import { NUMBER_NAMES } from './number-names.ts'
import { drawWords, TEXT_NAMES } from './text-names.ts'
import { drawThing, THING_NAMES } from './thing-names.ts'

/** The name of a value, and of the object that has it. */
export interface Naming {
  readonly name: string
  /** The word for what has it: `pet`. */
  readonly owner: string
}

/** How a value of a name is drawn. */
export interface NamedDraw {
  readonly draw: DrawNamed
  readonly owner: string
}

const texts = byName(TEXT_NAMES)
const numbers = byName(NUMBER_NAMES)
const things = byName(THING_NAMES)

function byName (rows: readonly NamedRow[]): ReadonlyMap<string, DrawNamed> {
  const draws = new Map<string, DrawNamed>()
  for (const [names, draw] of rows) {
    for (const name of names.split(' ')) draws.set(name, draw)
  }
  return draws
}

/** Returns how the texts of a name are drawn: by its last words, and for a `name` by what has it. */
export function textNamed ({ name, owner }: Naming): NamedDraw {
  const words = nameWords(name)
  const found = findByLastWords(words, texts)
  if (found !== undefined) return { draw: found, owner }
  if (words.at(-1) !== 'name') return { draw: drawWords, owner }
  const ownWord = words.length > 1 ? words.slice(0, -1).join('') : ''
  const thing = ownWord === '' ? owner : ownWord
  return { draw: things.get(thing) ?? things.get(singular(thing)) ?? drawThing, owner: thing }
}

/** Returns how the numbers of a name are drawn; `undefined` where the name does not tell. */
export function numberNamed ({ name, owner }: Naming): NamedDraw | undefined {
  const found = findByLastWords(nameWords(name), numbers)
  return found && { draw: found, owner }
}

/** Returns how the texts of a format are drawn that is a name, such as `phone`. */
export function textOfFormat (format: string): NamedDraw | undefined {
  const found = findByLastWords(nameWords(format), texts)
  return found && { draw: found, owner: '' }
}

/** Returns the word by which the members of a thing are known: the last of its name, such as `pet` of `NewPet`. */
export function ownerOf (name: string): string {
  return singular(nameWords(name).at(-1) ?? '')
}

const PERSONAL: ReadonlySet<string> = new Set([
  'birthdate', 'birthday', 'dateofbirth', 'email', 'emailaddress', 'firstname', 'gender', 'jobtitle', 'lastname'
])

/** Returns the word for what has some members: it is a person where nothing else is known, and they tell of one. */
export function ownerWith (owner: string, members: readonly string[]): string {
  const isKnown = things.has(owner) || things.has(singular(owner))
  return !isKnown && members.some(name => PERSONAL.has(plainName(name))) ? 'person' : owner
}

const MOST_WORDS = 3

function findByLastWords (words: readonly string[], draws: ReadonlyMap<string, DrawNamed>): DrawNamed | undefined {
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
    const last = words.slice(-count).join('')
    const found = draws.get(last) ?? draws.get(singular(last))
    if (found !== undefined) return found
  }
  return undefined
}
