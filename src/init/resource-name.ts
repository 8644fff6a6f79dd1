import type { SchemaReference } from '../contract/contract.ts'
import { freeName } from '../documents/free-name.ts'
import { parseJsonPointer } from '../documents/json-pointer.ts'
import { pascal } from '../documents/pascal.ts'

/** Matches what schema names have after the name of the resource. */
const SUFFIXES =
  /(?:Response|Result|Dto|DTO|Resource|Model|Read|Out(?:put)?|Details?|Schema|Representation|Body|Object)$/

/** Matches what schema names have before the name of the resource: `GetExportResponse`. */
const VERBS = /^(?:Get|Create|Describe|Fetch|Read|Show|Retrieve|Update|List)(?=[A-Z])/

/**
 * Returns a name for a type of resource: that of its schema, else the singular of its collection; with a number
 * when both are taken.
 */
export function resourceName (item: SchemaReference, collection: string, taken: ReadonlySet<string>): string {
  const [components, schemas, last = '', ...deeper] = parseJsonPointer(item.pointer) ?? []
  const isNamed = components === 'components' && schemas === 'schemas' && deeper.length === 0
  const own = isNamed ? withoutAffixes(pascal(last)) : ''
  const names = [own, pascal(singular(collection))].filter(name => name !== '')
  const wanted = names.find(name => !taken.has(name)) ?? names[0] ?? 'Thing'
  return freeName(wanted, name => taken.has(name))
}

function withoutAffixes (name: string): string {
  const plain = name.replace(SUFFIXES, '')
  return plain === name ? name : plain.replace(VERBS, '')
}

/** Returns the singular of a word: `order` of `orders`. */
export function singular (word: string): string {
  if (/ies$/i.test(word) && word.length > 4) return word.replace(/ies$/i, 'y')
  if (/(ss|us|is)$/i.test(word)) return word
  if (/(ches|shes|sses|xes|zes)$/i.test(word)) return word.slice(0, -2)
  return word.replace(/s$/i, '')
}

/** Writes a name as in a sentence: `ExportJob` becomes `export job`. */
export function inWords (name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
}

/** Writes a name with its article: `an export job`. */
export function withArticle (name: string): string {
  const words = inWords(name)
  const startsWithVowel = /^([aeio]|u(?!n[i]|s[aeiou]|r[ai]))/.test(words)
  return `${startsWithVowel ? 'an' : 'a'} ${words}`
}

/** Writes the plural of a name: `export jobs`, `categories`. */
export function plural (name: string): string {
  const words = inWords(name)
  if (/s$/.test(words) && singular(words) !== words) return words
  if (/[^aeiou]y$/.test(words)) return words.replace(/y$/, 'ies')
  return /(s|x|ch|sh)$/.test(words) ? `${words}es` : `${words}s`
}

/** Writes the first letter in upper case: `An export job`. */
export function capitalized (text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
