import type { SchemaReference } from '../contract/contract.ts'
import { freeName } from '../documents/free-name.ts'
import { parsePointer } from '../documents/json-pointer.ts'
import { pascal } from '../documents/pascal.ts'

/** What schemas of one thing are called beside its name. */
const SUFFIXES = /(?:Response|Result|Dto|DTO|Resource|Model|Read|Out|Output|Details?|Schema|Representation|Body|Object)$/

/** `GetExportResponse` is called after what it is used for. */
const VERBS = /^(?:Get|Create|Describe|Fetch|Read|Show|Retrieve|Update|List)(?=[A-Z])/

/** A name for things of one kind: that of their schema where it has one, else the singular of their collection; with a number where both are taken. */
export function thingName (item: SchemaReference, collection: string, taken: ReadonlySet<string>): string {
  const [components, schemas, last = '', ...deeper] = parsePointer(item.pointer) ?? []
  const own = components === 'components' && schemas === 'schemas' && deeper.length === 0 ? withoutUse(pascal(last)) : ''
  const names = [own, pascal(singular(collection))].filter(name => name !== '')
  const wanted = names.find(name => !taken.has(name)) ?? names[0] ?? 'Thing'
  return freeName(wanted, name => taken.has(name))
}

function withoutUse (name: string): string {
  const plain = name.replace(SUFFIXES, '')
  return plain === name ? name : plain.replace(VERBS, '')
}

/** `orders` is a list of what is an order. */
export function singular (word: string): string {
  if (/ies$/i.test(word) && word.length > 4) return word.replace(/ies$/i, 'y')
  if (/(ss|us|is)$/i.test(word)) return word
  if (/(ches|shes|sses|xes|zes)$/i.test(word)) return word.slice(0, -2)
  return word.replace(/s$/i, '')
}

/** A name as it is read in a sentence: `ExportJob` becomes `export job`. */
export function inWords (name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2').toLowerCase()
}

/** One of them in a sentence: `an export job`. */
export function aThing (name: string): string {
  const words = inWords(name)
  return `${/^([aeio]|u(?!n[i]|s[aeiou]|r[ai]))/.test(words) ? 'an' : 'a'} ${words}`
}

/** Several of them in a sentence: `export jobs`, `categories`. */
export function manyThings (name: string): string {
  const words = inWords(name)
  if (/s$/.test(words) && singular(words) !== words) return words
  if (/[^aeiou]y$/.test(words)) return words.replace(/y$/, 'ies')
  return /(s|x|ch|sh)$/.test(words) ? `${words}es` : `${words}s`
}
