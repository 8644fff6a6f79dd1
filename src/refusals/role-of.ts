import { STATUS_CODES } from '../messages/node-http.ts'
import type { Shape } from '../schemas/shape.ts'

/** The role of a member of an error form. */
export type Role =
  | 'message'
  | 'title'
  | 'status'
  | 'code'
  | 'field'
  | 'part'
  | 'rule'
  | 'expected'
  | 'actual'
  | 'url'
  | 'time'
  /** The error in one word or in many: a message where there is no other place for it, else a title. */
  | 'error'
  /** A value that identifies this very refusal or leads to more about it: no fact of a refusal is known for it. */
  | 'id'

/** The subject of a form: a refusal as a whole, or one violation. */
export type Subject = 'refusal' | 'violation'

/** A member of an error form, with its value in the example that the form is filled from. */
export interface FormMember {
  readonly name: string
  readonly shape: Shape
  readonly value: unknown
  /** Whether the value comes from an example of the document, rather than from the generator. */
  readonly isExample: boolean
}

/** The names that are usual for each role, in lower case without dashes. */
const USUAL: Readonly<Record<Subject, Readonly<Partial<Record<Role, readonly string[]>>>>> = {
  refusal: {
    message: ['message', 'detail', 'description', 'errordescription', 'errormessage', 'msg', 'details', 'reason',
      'text', 'usermessage', 'developermessage', 'summary'],
    title: ['title'],
    status: ['status', 'statuscode', 'httpstatus', 'httpstatuscode', 'httpcode'],
    code: ['code', 'errorcode', 'type', 'name'],
    url: ['instance', 'path', 'url', 'uri'],
    time: ['timestamp', 'time', 'date']
  },
  violation: {
    message: ['message', 'msg', 'detail', 'details', 'description', 'reason', 'error', 'errormessage', 'text', 'issue'],
    title: ['title', 'summary'],
    status: ['status', 'statuscode'],
    code: ['id'],
    field: ['path', 'pointer', 'field', 'fieldname', 'property', 'propertypath', 'name', 'parameter', 'param',
      'attribute', 'target', 'source', 'key', 'domain'],
    part: ['in', 'location', 'place'],
    rule: ['rule', 'type', 'keyword', 'constraint', 'code', 'errorcode'],
    expected: ['expected'],
    actual: ['actual', 'value', 'rejectedvalue']
  }
}

/** The parts of words that name roles in several languages, in names and in descriptions. */
const STEMS: ReadonlyArray<readonly [role: Role, stem: RegExp]> = [
  ['id', /trac(?:e|ing)|correl|request.?id|incident|ticket|support|debug|identif|unique|help|docu?m|link|href|ur[il]/],
  ['message', /m[ei]n?ssa[gj]|mensa[jg]|nachricht|meldung|melding|besked|viesti|bericht|komunikat|wiadomo|zprava/],
  ['message', /human|descri|beschr|beskriv|opis|omschr|erkl|expla|expli|detai?l|detalh?e|dettagl|reason|grund/],
  ['message', /motiv|razon|raison|ursache|hinweis|t[ei]kst|te?xto?|testo|what (?:went|is|was) wrong|went wrong/],
  ['field', /feld|campo|champ|veld|felt|fält|field|attribut|propri|eigenschaft|propert|pointer|param|pfad|spalte/],
  ['status', /status|estado|stato|etat|http/],
  ['code', /[ck]ode|codigo|código|codice|kennung|kennzahl|errno|machine|type|typ$|kind|categor|class/],
  ['title', /tit[eou]l|titre|betreff|überschrift|headline/],
  ['time', /zeit|hora|heure|timestamp|datum|fecha/]
]

const ERROR = /err(?:eu|o)r|^err|fehler|fout|fejl|feil|virhe|hata|chyb|problem/

/** Returns what a member is for, by what its document says of it; `undefined` where that does not tell. */
export function roleOf ({ isExample, name, shape, value }: FormMember, subject: Subject): Role | undefined {
  return byFormat(shape) ??
    usualRole(plainName(name), subject) ??
    byDescription(shape) ??
    byStem(name) ??
    (isExample ? byExample(value) : undefined)
}

function byFormat (shape: Shape): Role | undefined {
  const [format] = shape.said('format')
  if (format === 'date-time') return 'time'
  if (format === 'json-pointer') return 'field'
  return typeof format === 'string' && FIXED.has(format) ? 'id' : undefined
}

/** The formats of texts that no word of a refusal has. */
const FIXED: ReadonlySet<string> =
  new Set(['uuid', 'email', 'date', 'time', 'byte', 'binary', 'hostname', 'ipv4', 'ipv6'])

function usualRole (name: string, subject: Subject): Role | undefined {
  return usual[subject].get(name)
}

const usual = { refusal: rolesByName('refusal'), violation: rolesByName('violation') }

function rolesByName (subject: Subject): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>()
  for (const [role, names] of Object.entries(USUAL[subject])) {
    // The names of roles are the keys of the table.
    for (const name of names) roles.set(name, role as Role)
  }
  return roles
}

/** Returns the role that a description names first: "the field that the message is about" is a field. */
function byDescription (shape: Shape): Role | undefined {
  const [description] = [...shape.said('description'), ...shape.said('title')]
  if (typeof description !== 'string') return undefined
  const text = description.toLowerCase()
  let first: { readonly role: Role, readonly at: number } | undefined
  for (const [role, stem] of STEMS) {
    const at = text.search(stem)
    if (at !== -1 && (first === undefined || at < first.at)) first = { role, at }
  }
  return first?.role ?? (ERROR.test(text) ? 'error' : undefined)
}

function byStem (name: string): Role | undefined {
  if (/(?:^|[^a-z])id$|[a-z]Id$/.test(name)) return 'id'
  const lower = name.toLowerCase()
  return STEMS.find(([, stem]) => stem.test(lower))?.[0] ?? (ERROR.test(lower) ? 'error' : undefined)
}

function byExample (value: unknown): Role | undefined {
  if (typeof value === 'number') return isErrorStatus(value) ? 'status' : 'id'
  if (typeof value !== 'string') return undefined
  if (Object.values(STATUS_CODES).includes(value)) return 'title'
  return /^\d{4}-\d\d-\d\dT\d\d:/.test(value) ? 'time' : undefined
}

/** Tells whether a number is the status of an error. */
export function isErrorStatus (value: unknown): boolean {
  return typeof value === 'number' && value >= 400 && value < 600
}

/** The names of what lists violations, in lower case without dashes, and parts of such names in other languages. */
const LISTS = /err|viol|detai?l|issue|cause|messag|mensa|meldung|invalid|fehl|fout|fejl|problem|valid|hinweis|chyb|hata/

/** Tells whether a member is named after errors: it is then where they are listed. */
export function isNamedAfterErrors ({ name, shape }: Pick<FormMember, 'name' | 'shape'>): boolean {
  const [description] = shape.said('description')
  return LISTS.test(name.toLowerCase()) || (typeof description === 'string' && LISTS.test(description.toLowerCase()))
}

/** Returns a name in lower case without dashes. */
export function plainName (name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '')
}
