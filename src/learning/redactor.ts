import { isObject } from '../documents/is-object.ts'
import { define } from '../documents/own-member.ts'
import { isCredentialName } from '../schemas/is-credential-name.ts'
import { listObjects } from './list-objects.ts'

/** What kind of value was replaced. */
export type ReplacedKind = 'secret' | 'name' | 'email' | 'phone' | 'address' | 'birth' | 'account' | 'network' | 'host'

/** What was replaced in what is written. */
export interface Replaced {
  /** The name of the member, or the form by which a text was known. */
  readonly what: string
  readonly kind: ReplacedKind
  readonly count: number
}

/** Names of members that have personal data, as their words. */
const PERSONAL: ReadonlyArray<readonly [kind: ReplacedKind, names: RegExp]> = [
  ['email', /(?:^|\b)e ?mail(?: address)?$/],
  ['phone', /(?:phone|mobile|fax|telephone)(?: number)?$/],
  ['name', /^(?:first|last|middle|full|given|family|maiden|display|nick|user) ?names?$/],
  ['name', /^(?:customer|guest|contact|owner|holder) ?names?$/],
  ['name', /^(?:surname|username|login)$/],
  ['address', /(?:^|\b)(?:street(?: ?address)?|address(?: line)?(?: ?\d)?|city|latitude|longitude)$/],
  ['address', /(?:^|\b)(?:postal ?code|post ?code|zip(?: ?code)?)$/],
  ['birth', /(?:birth ?(?:date|day)|date of birth|dob)$/],
  ['account', /(?:iban|bic|account number|card number|pan|cvc|cvv)$/],
  ['account', /(?:ssn|social security number|tax id|vat id|passport(?: number)?)$/],
  ['network', /(?:^|\b)(?:ip|ip ?address|user ?agent|mac ?address|device ?id)$/]
]

/** Forms of texts that are personal data or secrets whatever they are called. */
const FORMS: ReadonlyArray<readonly [kind: ReplacedKind, what: string, form: RegExp]> = [
  ['secret', 'JSON Web Tokens', /eyJ[\w-]{5,2000}\.[\w-]{5,4000}\.[\w-]{0,2000}/g],
  ['secret', 'keys', /\b(?:sk|pk|rk|ghp|gho|xox[abp]|AKIA)[_-]?[A-Za-z0-9_-]{16,200}\b/g],
  ['email', 'addresses of mail', /\b[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\b/g],
  ['account', 'IBANs', /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g],
  ['account', 'numbers of cards', /\b(?:\d{4}[ -]){3}\d{4}\b/g],
  ['phone', 'numbers of phones', /(?<![\w.])\+\d{1,3}[ \d()/-]{6,20}\d\b/g],
  ['network', 'addresses of networks', /\b(?:\d{1,3}\.){3}\d{1,3}\b/g]
]

/** The length of the shortest secret that is looked for in texts, and how many are. */
const SHORTEST = 6
const MAX_SECRETS = 1_000

/** Replaces secrets and personal data in what is written, the same by the same, and counts what it replaced. */
export class LearningRedactor {
  readonly #keep: ReadonlySet<string>
  readonly #secrets = new Set<string>()
  readonly #counts = new Map<string, Replaced>()
  readonly #replacements = new Map<string, string>()
  readonly #numbers = new Map<ReplacedKind, number>()

  /** `keep` has the names of members that are kept, in lower case; `all` keeps everything. */
  constructor (keep: readonly string[] = []) {
    this.#keep = new Set(keep.map(name => name.toLowerCase()))
  }

  /** Notes the secrets of a request, which responses may repeat in their texts. */
  note ({ headers, body }: { readonly headers: Readonly<Record<string, unknown>>, readonly body: unknown }): void {
    for (const [name, value] of Object.entries(headers)) {
      if (isCredentialName(name)) this.#noteSecret(String(value).replace(/^(?:basic|bearer|digest|dpop) /i, ''))
    }
    for (const { value } of listObjects(body)) {
      for (const [name, member] of Object.entries(value)) {
        if (isCredentialName(name) && typeof member === 'string') this.#noteSecret(member)
      }
    }
  }

  #noteSecret (secret: string): void {
    // A shorter one is a word of any text.
    if (secret.length >= SHORTEST && this.#secrets.size < MAX_SECRETS) this.#secrets.add(secret)
  }

  /** Lists what was replaced. */
  replaced (): Replaced[] {
    return [...this.#counts.values()]
  }

  /** Returns a value in which secrets and personal data are replaced. */
  value (value: unknown, name = ''): unknown {
    if (this.#keep.has('all') || this.#keep.has(name.toLowerCase())) return value
    const kind = kindOf(name)
    if (kind !== undefined && (typeof value === 'string' || typeof value === 'number') && value !== '') {
      return this.#replace(value, kind, name)
    }
    if (typeof value === 'string') return this.#text(value)
    if (Array.isArray(value)) return value.map(item => this.value(item, kind === undefined ? '' : name))
    if (!isObject(value)) return value
    const members: Record<string, unknown> = {}
    for (const [inner, member] of Object.entries(value)) define(members, inner, this.value(member, inner))
    return members
  }

  #text (text: string): string {
    let shown = text
    for (const secret of this.#secrets) {
      if (!shown.includes(secret)) continue
      shown = shown.replaceAll(secret, () => String(this.#replace(secret, 'secret', 'texts')))
    }
    for (const [kind, what, form] of FORMS) {
      shown = shown.replace(form, found => String(this.#replace(found, kind, what)))
    }
    return shown
  }

  #replace (value: string | number, kind: ReplacedKind, what: string): string | number {
    const known = this.#counts.get(`${kind} ${what}`)
    this.#counts.set(`${kind} ${what}`, { what, kind, count: (known?.count ?? 0) + 1 })
    if (typeof value === 'number') return Number(String(Math.trunc(Math.abs(value))).replace(/\d/g, '1'))
    const key = `${kind} ${value}`
    let made = this.#replacements.get(key)
    if (made === undefined) {
      const number = (this.#numbers.get(kind) ?? 0) + 1
      this.#numbers.set(kind, number)
      made = madeUp(value, kind, number)
      this.#replacements.set(key, made)
    }
    return made
  }
}

function kindOf (name: string): ReplacedKind | undefined {
  if (name === '') return undefined
  if (isCredentialName(name)) return 'secret'
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[_.-]+/g, ' ').toLowerCase().trim()
  return PERSONAL.find(([, names]) => names.test(words))?.[0]
}

/** Makes up a text of the same kind. */
function madeUp (text: string, kind: ReplacedKind, number: number): string {
  if (kind === 'email') return `user${number}@example.com`
  if (kind === 'name') return `Name ${number}`
  if (kind === 'network' && /^[\d.]+$/.test(text)) return `192.0.2.${number % 255}`
  // The form stays, so that a pattern that it fits is fitted still.
  return text.replace(/\d/g, '0').replace(/[a-z]/g, 'x').replace(/[A-Z]/g, 'X')
}
