import type { JsonObject } from '../documents/is-object.ts'
import type { Arrangement, Edit } from './edit.ts'
import { listObjects } from './list-objects.ts'
import { plainName } from './name-words.ts'
import { slug } from './slug.ts'

/** The members that a thing is known by in its links, the likeliest first. */
const NAMES = ['username', 'login', 'name', 'title', 'fullname', 'displayname', 'subject', 'headline', 'companyname']

/** Matches links that were generated, and leads nowhere. */
const GENERATED = /^https:\/\/example\.com\/(images\/)?[\w.-]+$/

/** The last words of links to the thing itself. */
const OWN_LINK = /^(?:(?:html|web|public|share|profile|self)?(?:url|uri|link|href)|website|homepage|permalink)$/

/** Lists the edits by which slugs, links and images have the name of what they belong to. */
export function listLinkEdits (value: unknown, { fixed }: Arrangement): Edit[] {
  const edits: Edit[] = []
  for (const { object, path } of listObjects(value, fixed)) {
    const own = nameOf(object)
    if (own === '') continue
    for (const [name, text] of Object.entries(object)) {
      const linked = fixed.has(text) ? undefined : linkedTo(own, name, text)
      if (linked !== undefined) edits.push({ path: [...path, name], values: [linked] })
    }
  }
  return edits
}

function nameOf (object: JsonObject): string {
  for (const known of NAMES) {
    const name = Object.keys(object).find(member => plainName(member) === known)
    const text = name === undefined ? undefined : object[name]
    if (typeof text === 'string' && slug(text) !== '') return slug(text)
  }
  return ''
}

function linkedTo (own: string, name: string, value: unknown): unknown {
  if (Array.isArray(value)) return imagesOf(own, value)
  if (typeof value !== 'string') return undefined
  const plain = plainName(name)
  if (plain === 'slug') return own
  const isHost = /^(?:domain|domainname|hostname)$/.test(plain) && /^[a-z]+\.example\.com$/.test(value)
  if (isHost) return `${own}.example.com`
  const isImage = GENERATED.exec(value)?.[1] !== undefined
  if (isImage) return `https://example.com/images/${own}.png`
  return GENERATED.test(value) && OWN_LINK.test(plain) ? `https://example.com/${own}` : undefined
}

/** Returns the images of a list with the name of their thing, each with its number. */
function imagesOf (own: string, list: readonly unknown[]): string[] | undefined {
  const isOfImages = list.length > 0 && list.every(item => GENERATED.exec(String(item))?.[1] !== undefined)
  return isOfImages ? list.map((_item, index) => `https://example.com/images/${own}-${index + 1}.png`) : undefined
}
