import { types } from 'node:util'
import type { Faker } from '@faker-js/faker'
import { isObject } from '../documents/is-object.ts'
import { ownMember } from '../documents/own-member.ts'
import { isOfKind } from './facets.ts'
import type { Facets, Kind } from './facets.ts'
import { DEFAULT_LOCALE, loadFaker } from './load-faker.ts'
import type { Make } from './make.ts'
import { createTextTest } from './text-maker.ts'

/** The modules that older documents name otherwise. */
const MODULES: Readonly<Record<string, string>> = { name: 'person', address: 'location' }

/** The functions that older documents name otherwise. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  'name.findName': 'person.fullName',
  'name.title': 'person.jobTitle',
  'address.streetName': 'location.street',
  'address.cityName': 'location.city',
  'address.zipCodeByState': 'location.zipCode',
  'address.stateAbbr': 'location.state',
  'company.companyName': 'company.name',
  'company.bs': 'company.buzzPhrase',
  'internet.userName': 'internet.username',
  'internet.avatar': 'image.avatar',
  'internet.color': 'color.rgb',
  'phone.phoneNumber': 'phone.number',
  'image.imageUrl': 'image.url',
  'finance.account': 'finance.accountNumber',
  'finance.mask': 'finance.maskedNumber',
  'commerce.color': 'color.human',
  'datatype.uuid': 'string.uuid',
  'datatype.number': 'number.int',
  'datatype.float': 'number.float',
  'datatype.string': 'string.sample',
  'datatype.datetime': 'date.anytime',
  'datatype.hexadecimal': 'string.hexadecimal',
  'random.uuid': 'string.uuid',
  'random.number': 'number.int',
  'random.float': 'number.float',
  'random.word': 'lorem.word',
  'random.words': 'lorem.words',
  'random.alpha': 'string.alpha',
  'random.alphaNumeric': 'string.alphanumeric',
  'random.numeric': 'string.numeric',
  'random.boolean': 'datatype.boolean',
  'random.arrayElement': 'helpers.arrayElement',
  'random.arrayElements': 'helpers.arrayElements',
  'random.locale': 'location.countryCode'
}

/** A function of the library, and what it is called with. */
interface Call {
  readonly module: string
  readonly name: string
  readonly parameters: readonly unknown[]
}

/**
 * Creates the maker of values that `x-faker` or `faker` asks for: `x-faker: name.firstName`, or a name with its
 * parameters, `x-faker: { helpers.arrayElement: [[a, b]] }`. Another makes those that do not fit.
 */
export function fakerValue (facets: Facets, kinds: readonly Kind[], make: Make): Make {
  const call = facets.map(facet => readCall(facet['x-faker'] ?? facet.faker)).find(found => found !== undefined)
  if (call === undefined) return make
  const isText = createTextTest(facets)
  return (run, room, depth) => {
    if (run.isPlain === true) return make(run, room, depth)
    const { locale = DEFAULT_LOCALE, now, random } = run
    const value = toKind(valueOf(call, loadFaker(locale, random, now)), kinds)
    const fits = value !== undefined && (typeof value !== 'string' || isText(value))
    return fits && isOfKind(value, kinds) ? value : make(run, room, depth)
  }
}

function readCall (keyword: unknown): Call | undefined {
  const [entry] = isObject(keyword) ? Object.entries(keyword) : [[keyword, []] as const]
  const [path, given] = entry ?? []
  if (typeof path !== 'string') return undefined
  const [module = '', name = ''] = (ownMember(FUNCTIONS, path) ?? path).split('.')
  const parameters: readonly unknown[] = Array.isArray(given) ? given : [given]
  return parameters.some(isEndless) ? undefined : { module: ownMember(MODULES, module) ?? module, name, parameters }
}

/** The largest number that says how much is made. */
const MOST = 10_000

/** Returns whether a parameter asks for more than a response has room for. */
function isEndless (parameter: unknown): boolean {
  if (typeof parameter === 'number') return parameter > MOST
  if (!isObject(parameter)) return false
  return ['length', 'count', 'min'].some(name => typeof parameter[name] === 'number' && parameter[name] > MOST)
}

function valueOf ({ module, name, parameters }: Call, faker: Faker): unknown {
  // A cast: the names of modules are those of members.
  const holder = Object.hasOwn(faker, module) ? (faker as unknown as Record<string, unknown>)[module] : undefined
  if (typeof holder !== 'object' || holder === null || name in Object.prototype) return undefined
  const call: unknown = Reflect.get(holder, name)
  if (typeof call !== 'function') return undefined
  try {
    return Reflect.apply(call, holder, parameters) as unknown
  } catch {
    return undefined
  }
}

/** Returns a value as JSON has it, and as a text where it must be one. */
function toKind (value: unknown, kinds: readonly Kind[]): unknown {
  if (types.isDate(value)) return value.toISOString()
  const isNumber = typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
  if (isNumber && !isOfKind(value, kinds) && kinds.includes('string')) return String(value)
  const isNumeric = typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value)
  return isNumeric && !isOfKind(value, kinds) ? Number(value) : value
}
