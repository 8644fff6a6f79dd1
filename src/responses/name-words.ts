import { BoundedMap } from '../worlds/bounded-map.ts'

const known = new BoundedMap<string, readonly string[]>(10_000)

/** Returns the words of a name in lower case: `createdAt`, `created_at` and `CreatedAt` are `created` and `at`. */
export function nameWords (name: string): readonly string[] {
  let words = known.get(name)
  if (words === undefined) {
    words = split(name)
    known.set(name, words)
  }
  return words
}

/** Returns the words of a name in one: `page_size` is `pagesize`. */
export function plainName (name: string): string {
  return nameWords(name).join('')
}

function split (name: string): string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(word => word !== '')
}

/** Returns a word without the ending of its plural: `addresses`, `categories` and `pets` are several of one. */
export function singular (word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /(?:sses|xes|ches|shes)$/.test(word) ? word.slice(0, -2) : word.replace(/s$/, '')
}
