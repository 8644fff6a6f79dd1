import type { JsonObject } from '../documents/is-object.ts'
import { Random } from '../worlds/random.ts'
import type { Arrangement, Edit } from './edit.ts'
import { countryName, homeRegion } from './home-region.ts'
import { listObjects } from './list-objects.ts'
import { DEFAULT_LOCALE } from './load-faker.ts'
import { nameWords, plainName } from './name-words.ts'

/** A part of a country, by its bounds in degrees. */
type Area = readonly [south: number, north: number, west: number, east: number]

/** Areas within the countries whose addresses are drawn. */
const AREAS: Readonly<Record<string, Area>> = {
  US: [34, 44, -115, -82],
  DE: [49, 53.3, 7, 13],
  FR: [44.5, 48.8, 0, 5.5],
  GB: [51.5, 53.5, -2.8, -0.2],
  ES: [38.5, 42, -5.5, -1],
  IT: [43.5, 45.5, 8.5, 11.5],
  NL: [51.6, 52.8, 4.8, 6.2],
  AT: [47.2, 48.3, 13, 16],
  CH: [46.7, 47.4, 7.2, 9],
  PL: [50.5, 53, 16.5, 22],
  BR: [-23, -12, -52, -42],
  JP: [34.8, 36.6, 136.5, 139.5],
  CN: [28, 36, 108, 117],
  KR: [35.5, 37.5, 127, 129]
}

/** The names of members that only an address has. */
const TOWNS: ReadonlySet<string> = new Set(['city', 'town', 'postcode', 'postalcode', 'zip', 'zipcode', 'street'])

/** Lists the edits by which countries, their codes and coordinates agree with the address that has them. */
export function listPlaceEdits (value: unknown, { draw, fixed }: Arrangement): Edit[] {
  const { locale = DEFAULT_LOCALE, seed } = draw
  const random = new Random(`places ${seed}`)
  const edits: Edit[] = []
  for (const { object, path } of listObjects(value, fixed)) {
    for (const [name, part] of agreeing(object, locale, random)) {
      if (!fixed.has(object[name])) edits.push({ path: [...path, name], values: [part] })
    }
  }
  return edits
}

function agreeing (object: JsonObject, locale: string, random: Random): Array<[name: string, part: unknown]> {
  const names = Object.keys(object)
  const isAddress = names.some(name => TOWNS.has(plainName(name)))
  const codeMember = names.find(name => plainName(name) === 'countrycode')
  const home = homeRegion(locale)
  const code = isAddress || codeMember === undefined ? home.code : String(object[codeMember])
  const country = isAddress ? home.country : countryNamed(locale, code)
  const [south, north, west, east] = AREAS[code] ?? [-90, 90, -180, 180]
  const parts: Array<[string, unknown]> = []
  for (const [name, part] of Object.entries(object)) {
    switch (plainName(name)) {
      case 'country':
      case 'countryname':
        if (isAddress || codeMember !== undefined) parts.push([name, isCode(part) ? code : country ?? part])
        break
      case 'countrycode':
        if (isAddress) parts.push([name, code])
        break
      case 'lat':
      case 'latitude':
        if (isAddress) parts.push([name, like(part, between(south, north, random))])
        break
      case 'lon':
      case 'lng':
      case 'longitude':
        if (isAddress) parts.push([name, like(part, between(west, east, random))])
    }
  }
  return parts
}

function countryNamed (locale: string, code: string): string | undefined {
  return isCode(code) ? countryName(locale, code) : undefined
}

function isCode (part: unknown): boolean {
  return typeof part === 'string' && /^[A-Z]{2}$/.test(part)
}

function like (part: unknown, degrees: number): unknown {
  return typeof part === 'string' ? String(degrees) : degrees
}

function between (least: number, most: number, random: Random): number {
  return Math.round((least + random.fraction() * (most - least)) * 10_000) / 10_000
}

/** Lists the edits by which all amounts of a thing are in one currency: that of the outermost object that has one. */
export function listCurrencyEdits (value: unknown, { fixed }: Arrangement): Edit[] {
  const edits: Edit[] = []
  const known: Array<readonly [path: readonly string[], currency: string]> = []
  for (const { object, path } of listObjects(value, fixed)) {
    const outer = known.findLast(([outer]) => outer.every((name, index) => path[index] === name))?.[1]
    let own = outer
    for (const [name, part] of Object.entries(object)) {
      if (!isCurrency(name, part)) continue
      own ??= String(part)
      if (part !== own && !fixed.has(part)) edits.push({ path: [...path, name], values: [own] })
    }
    if (own !== undefined && outer === undefined) known.push([path, own])
  }
  return edits
}

function isCurrency (name: string, part: unknown): boolean {
  const words = nameWords(name)
  const last = words.at(-1) === 'code' ? words.at(-2) : words.at(-1)
  return last === 'currency' && typeof part === 'string' && /^[A-Z]{3}$/.test(part)
}
