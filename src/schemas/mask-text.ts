import { decodeComponent } from '../documents/decode-component.ts'
import { isCredentialName } from './is-credential-name.ts'

/** The text that stands for a credential. */
export const MASK = '***'

/** A way in which texts name their values. */
interface NamedForm {
  /** Matches up to the value, with the name in the group `name`. */
  readonly start: RegExp
  /** Matches the value, which may be cut. */
  readonly value: RegExp
  readonly mask: string
}

const QUOTED_MASK = `"${MASK}"`

/** The schemes of credentials in headers; what follows them is masked, they are not. */
const SCHEMES = 'basic|bearer|digest|dpop|negotiate|apikey'

/** A name before a colon, and the scheme of a credential after it. */
const COLON = `(?<name>[A-Za-z_][\\w-]{0,99})[ \\t]{0,20}:[ \\t]{0,20}(?:(?:${SCHEMES}) )?`

const FORMS: readonly NamedForm[] = [
  // {"token":"abc"}, {'token' => 'abc'}
  {
    start: /(["'])(?<name>[^"'\\\n]{1,100})\1\s{0,20}(?::|=>?)\s{0,20}/g,
    value: /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\[[^\]]*\]?|\{[^}]*\}?|[^\s,;}\]]+/y,
    mask: QUOTED_MASK
  },
  // {\"token\":\"abc\"}: JSON in a text of JSON
  {
    start: /\\{1,8}"(?<name>[^"\\]{1,100})\\{1,8}"\s{0,20}:\s{0,20}/g,
    value: /\\+"[^"]*"?|\[[^\]]*\]?|\{[^}]*\}?|[^\s,}\]\\]+/y,
    mask: MASK
  },
  // ?token=abc, grant_type=x;token=abc, auth[token]=abc
  {
    start: /(?:^|[?&;#,\s("'])(?<name>[^=&?;#,\s("'<]{1,100})=/g,
    value: /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[^&;#\s"'<,)]+/y,
    mask: MASK
  },
  // <token>abc</token>
  {
    start: /<(?:[\w.-]{1,40}:)?(?<name>[\w.-]{1,100})(?:\s[^<>]{0,1000})?>/g,
    value: /<!\[CDATA\[(?:[^\]]|\](?!\]>))*(?:\]\]>)?|[^<]+(?=<\/)|(?!["'])[^<]+$/y,
    mask: MASK
  },
  // The rest of a line: Authorization: Bearer abc
  {
    start: new RegExp(`^[ \\t-]{0,20}${COLON}`, 'gim'),
    value: /[^\r\n]+/y,
    mask: MASK
  },
  // A word in a line: failed with token: abc
  {
    start: new RegExp(`[\\s,;{([|]${COLON}`, 'gi'),
    value: /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[^\s,;&"'<>)\]}]+/y,
    mask: MASK
  }
]

/** Matches a text that has been masked before. */
const IS_MASKED = /^["']?\*\*\*/

/** A text without any of these names no value. Dates and plain words, as most texts are, have none. */
const MAY_NAME = /[=<@"]|[a-z'\]][ \t]{0,20}:/i

/**
 * Masks everything in a text that looks like a credential: `"AccessToken":"***"`, `token=***`, `token: ***`,
 * `<token>***</token>`, `https://***@host`.
 */
export function maskText (text: string): string {
  if (!MAY_NAME.test(text)) return text
  return FORMS.reduce(maskForm, maskUsers(text))
}

/** Masks who logs in by a URL: `user:password@host`. */
function maskUsers (text: string): string {
  if (!text.includes('@')) return text
  return text
    .replace(/\/\/[^\s/?#"'<>\\]{1,500}@/g, `//${MASK}@`)
    .replace(/(^|[\s"'=,(])([\w.%+-]{1,100}):([^\s@/:"'<>]{1,200})@(?=[\w[])/g, (all, before: string, user: string) =>
      ADDRESS.test(user) ? all : `${before}${user}:${MASK}@`)
}

/** Matches the words before an address of mail, which has no password. */
const ADDRESS = /^(?:mailto|sips?|acct|xmpp|im|e?-?mail|from|to|cc|bcc|by)$/i

function maskForm (text: string, { mask, start, value }: NamedForm): string {
  let masked = ''
  let end = 0
  start.lastIndex = 0
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const name = match.groups?.name ?? ''
    if (!namesCredential(name)) continue
    value.lastIndex = start.lastIndex
    const [found = ''] = value.exec(text) ?? []
    if (found === '' || IS_MASKED.test(found)) continue
    masked += text.slice(end, start.lastIndex) + maskLike(found, mask)
    end = start.lastIndex + found.length
    start.lastIndex = end
  }
  return end === 0 ? text : masked + text.slice(end)
}

/** Returns what stands for a value, in quotes where it has some. */
function maskLike (value: string, mask: string): string {
  if (value.startsWith('\\')) return `\\"${MASK}\\"`
  return /^["']/.test(value) ? QUOTED_MASK : mask
}

/** Returns whether a name, or one in its brackets, is that of a credential: `auth[token]`. */
function namesCredential (written: string): boolean {
  const name = decodeComponent(written)
  return isCredentialName(name) || (name.includes('[') && name.split(/[[\]]/).some(isCredentialName))
}
