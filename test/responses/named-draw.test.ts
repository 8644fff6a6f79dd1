import t from 'tap'
import type { GeneratedFrom } from '../../src/responses/make.ts'
import { seededGeneratorOf } from '../../src/responses/generate-value.ts'
import { schemaOf } from './generated.ts'

const TEXT = { type: 'string' }
const NUMBER = { type: 'number' }
const WHOLE = { type: 'integer' }

interface DrawOptions {
  readonly seed?: string
  readonly locale?: string
  readonly from?: GeneratedFrom
}

/** Generates a thing of some name with one member. */
function draw (name: string, schema: object, thing = 'Widget', options: DrawOptions = {}): unknown {
  const { from = 'chance', locale = 'en', seed = '1' } = options
  const reference = schemaOf({ $ref: `#/components/schemas/${thing}` }, {
    [thing]: { type: 'object', required: [name], properties: { [name]: schema } }
  })
  const { fits, value } = seededGeneratorOf(reference, 'response')({ seed, from, locale })
  if (!fits) throw new Error(`${name}: ${JSON.stringify(value)} does not fit`)
  // A cast: the schema says so.
  return (value as Record<string, unknown>)[name]
}

const PROPER = /^\p{Lu}[\p{L}'.-]*(?: [\p{L}'.-]+)*$/u
const SENTENCE = /^\p{Lu}.* .*\.$/u
const LINK = /^https:\/\/example\.com\/[a-z-]+$/
const IMAGE = /^https:\/\/example\.com\/images\/[a-z-]+\.png$/
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/
const EMAIL = /^\S+@example\.(?:com|net|org)$/
const INSTANT = /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const CODE = /^[A-Z\d]{8}$/

const NAMES: ReadonlyArray<readonly [name: string, yields: RegExp, schema?: object, thing?: string]> = [
  ['firstName', PROPER],
  ['last_name', PROPER],
  ['fullName', PROPER],
  ['name', PROPER, TEXT, 'Person'],
  ['name', PROPER, TEXT, 'Pet'],
  ['name', /^\p{L}[^\d]+$/u, TEXT, 'Company'],
  ['name', /^[A-Z]\w+ \w+/, TEXT, 'Product'],
  ['name', /^[A-Z][\w-]+ [\w-]+$/, TEXT, 'Widget'],
  ['petName', PROPER],
  ['companyName', /^\p{L}[^\d]+$/u],
  ['username', /^[\w.-]+$/],
  ['email', EMAIL],
  ['contact-email', EMAIL, { ...TEXT, format: 'email' }],
  ['phone', /^[\d+(][-\d ().x]+$/],
  ['mobilePhone', /^[\d+(][-\d ().x]+$/],
  ['jobTitle', /^[A-Z]\w+ /],
  ['street', /^\d+ /],
  ['city', PROPER],
  ['country', /^[A-Z]/],
  ['countryCode', /^[A-Z]{2}$/, { ...TEXT, minLength: 2, maxLength: 2 }],
  ['zipCode', /^\d{5}/],
  ['timeZone', /^\w+\/[\w/+-]+$/],
  ['currency', /^[A-Z]{3}$/],
  ['price', /^\d{1,3}(?:\.\d\d?)?$/, NUMBER],
  ['totalPrice', /^\d{1,3}$/, WHOLE],
  ['amount', /^\d+\.\d\d$/],
  ['quantity', /^(?:1?\d|20)$/, WHOLE],
  ['age', /^(?:1[89]|[2-7]\d|80)$/, WHOLE],
  ['rating', /^[1-5]$/, NUMBER],
  ['latitude', /^-?\d{1,2}\.\d+$/, NUMBER],
  ['year', /^20[012]\d$/, WHOLE],
  ['description', SENTENCE],
  ['comment', SENTENCE],
  ['title', /^\p{Lu}\p{Ll}+ \p{Ll}+ \p{Ll}+$/u],
  ['slug', /^[a-z]+-[a-z]+$/],
  ['url', LINK],
  ['homepage', LINK, { ...TEXT, format: 'uri' }],
  ['avatarUrl', IMAGE, { ...TEXT, format: 'uri' }],
  ['imageUrl', IMAGE],
  ['id', UUID],
  ['customerId', UUID],
  ['sku', CODE],
  ['status', /^(?:active|pending|inactive)$/],
  ['version', /^\d+\.\d+\.\d+$/],
  ['color', /^[a-z ]+$/],
  ['token', /^\w{32}$/],
  ['createdAt', INSTANT],
  ['birthday', /^20\d\d-\d\d-\d\d$/],
  ['ipAddress', /^192\.0\.2\.\d+$/],
  ['foo', /^[a-z]+(?: [a-z]+){0,2}$/],
  ['name', PROPER, TEXT, 'Organizer'],
  ['name', /^Hotel \p{L}/u, TEXT, 'Hotel'],
  ['status', /^(?:pending|processing|shipped|delivered)$/, TEXT, 'Order'],
  ['priority', /^(?:low|normal|high|urgent)$/],
  ['flightNumber', /^[A-Z\d]{2}\d{3,4}$/],
  ['origin', /^[A-Z]{3}$/, TEXT, 'Flight'],
  ['origin', PROPER, TEXT, 'Parcel'],
  ['seat', /^\d+[A-F]$/],
  ['vin', /^[A-HJ-NPR-Z\d]{17}$/],
  ['iban', /^(?:DE|ES|FR|GB|IT|NL)\d\d[A-Z\d]+$/],
  ['cvv', /^\d{3}$/],
  ['carrier', /^[A-Z]\w+$/],
  ['location', PROPER],
  ['allergens', /^[a-z]+$/],
  ['temperature', /^-?\d{1,2}(?:\.\d+)?$/, NUMBER],
  ['humidity', /^\d\d(?:\.\d+)?$/, NUMBER],
  ['heightCm', /^(?:1[5-9]\d|200)$/, WHOLE],
  ['grossSalary', /^[2-9]\d{3}(?:\.\d+)?$/, NUMBER],
  ['foundedYear', /^(?:19[5-9]\d|20[012]\d)$/, WHOLE],
  ['sizeInBytes', /^\d{4,9}$/, WHOLE],
  ['fon', /^[\d+(][-\d ().x]+$/, { ...TEXT, format: 'phone' }]
]

for (const [name, yields, schema = TEXT, thing] of NAMES) {
  const owner = thing === undefined ? '' : ` of a ${thing}`
  t.test(`${name}${owner}, as ${JSON.stringify(schema)}, yields ${yields}`, async t => {
    const drawn = Array.from({ length: 20 }, (_item, seed) => draw(name, schema, thing, { seed: String(seed) }))
    for (const value of drawn) t.match(String(value), yields)
    t.ok(new Set(drawn).size > 1, 'they differ by seed')
    t.same(draw(name, schema, thing, { seed: '3' }), drawn[3], 'and are the same by the same')
  })
}

t.test('a thing of which nothing else is known is a person where its members tell of one', async t => {
  const properties = { name: TEXT, email: TEXT }
  t.match(draw('respondent', { type: 'object', required: ['name', 'email'], properties }), { name: PROPER })
})

t.test('a name yields what fits, whatever the schema says', async t => {
  const schemas = [
    { ...TEXT, maxLength: 3 },
    { ...TEXT, minLength: 200 },
    { ...TEXT, pattern: '^[xyz]{4}$' },
    { ...TEXT, format: 'date' },
    { ...TEXT, contentEncoding: 'base64' },
    { ...TEXT, not: { pattern: '[aeiou]' } },
    { ...WHOLE, minimum: 5000 },
    { ...WHOLE, multipleOf: 1000 },
    { ...WHOLE, format: 'int8' },
    { ...NUMBER, exclusiveMinimum: 0, exclusiveMaximum: 0.5 },
    { type: ['string', 'null'] },
    { oneOf: [{ ...TEXT, maxLength: 2 }, WHOLE] },
    { enum: ['a'] },
    { const: 4 }
  ]
  for (const schema of schemas) {
    for (const name of ['email', 'price', 'description', 'id', 'name', 'createdAt', 'phone', 'age']) {
      t.doesNotThrow(() => draw(name, schema), `${name} ${JSON.stringify(schema)}`)
    }
  }
})

t.test('lists of a name have items of it, and objects that have one', async t => {
  const [email] = [draw('emails', { type: 'array', minItems: 1, items: TEXT })].flat()
  t.match(String(email), EMAIL)
  t.match(draw('owner', { type: 'object', required: ['name'], properties: { name: TEXT } }), { name: PROPER })
})

t.test('an example of a schema precedes its name', async t => {
  t.equal(draw('city', { ...TEXT, example: 'Atlantis' }, 'Widget', { from: 'examples' }), 'Atlantis')
  t.not(draw('city', { ...TEXT, example: 'Atlantis' }), 'Atlantis')
})

t.test('the locale decides the language', async t => {
  const cities = (locale: string) => Array.from({ length: 20 }, (_item, seed) =>
    String(draw('firstName', TEXT, 'Person', { locale, seed: String(seed) })))
  t.ok(cities('ja').every(name => /[\u3040-\u30FF\u4E00-\u9FFF]/.test(name)), cities('ja').join())
  t.notSame(cities('de'), cities('en'))
})

const FAKED: ReadonlyArray<readonly [keyword: unknown, yields: RegExp, schema?: object]> = [
  ['person.firstName', PROPER],
  ['name.firstName', PROPER],
  ['name.findName', PROPER],
  ['address.zipCode', /^\d{5}/],
  ['random.uuid', UUID],
  ['phone.phoneNumber', /^[\d+(][-\d ().x]+$/],
  [{ 'helpers.arrayElement': [['x', 'y']] }, /^[xy]$/],
  [{ 'random.arrayElement': [['x', 'y']] }, /^[xy]$/],
  [{ 'string.numeric': 5 }, /^\d{5}$/],
  [{ 'number.int': [{ min: 7, max: 9 }] }, /^[789]$/, WHOLE],
  ['number.int', /^\d+$/],
  ['datatype.boolean', /^(?:true|false)$/, { type: 'boolean' }],
  [{ 'helpers.arrayElements': [['x'], 1] }, /^x$/, { type: 'array', items: TEXT }],
  ['date.past', /^20(?:25|26)-/, { ...TEXT, format: 'date-time' }]
]

for (const [keyword, yields, schema = TEXT] of FAKED) {
  for (const word of ['x-faker', 'faker']) {
    t.test(`${word}: ${JSON.stringify(keyword)} yields ${yields}`, async t => {
      t.match(String(draw('foo', { ...schema, [word]: keyword })), yields)
    })
  }
}

t.test('a keyword that asks for nothing that there is, or does not fit, counts for nothing', async t => {
  const keywords = [
    'a.b', 'person', 'person.constructor', 'constructor.constructor', '__proto__.toString', '', 7, null, [], {},
    { 'string.alpha': 1e9 }, { 'string.alpha': [{ length: 1e9 }] }, { 'helpers.arrayElement': [[]] }, 'lorem.paragraphs'
  ]
  for (const keyword of keywords) {
    t.match(String(draw('city', { ...TEXT, maxLength: 40, 'x-faker': keyword })), PROPER, JSON.stringify(keyword))
  }
})
