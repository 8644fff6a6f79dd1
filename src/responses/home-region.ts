import type { Faker } from '@faker-js/faker'

/** The country of the names and addresses of a locale. */
export interface HomeRegion {
  /** The code of the country (ISO 3166-1): `DE`. */
  readonly code: string
  /** The name of the country, in its language. */
  readonly country: string
  /** The code of its currency (ISO 4217): `EUR`. */
  readonly currency: string
}

/** The currencies of countries that have another than the euro. */
const CURRENCIES: Readonly<Record<string, string>> = {
  US: 'USD',
  AU: 'AUD',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CN: 'CNY',
  CZ: 'CZK',
  DK: 'DKK',
  GB: 'GBP',
  HU: 'HUF',
  ID: 'IDR',
  IL: 'ILS',
  IN: 'INR',
  JP: 'JPY',
  KR: 'KRW',
  MX: 'MXN',
  NO: 'NOK',
  NZ: 'NZD',
  PL: 'PLN',
  RO: 'RON',
  RU: 'RUB',
  SE: 'SEK',
  TH: 'THB',
  TR: 'TRY',
  TW: 'TWD',
  UA: 'UAH',
  VN: 'VND',
  ZA: 'ZAR'
}

const known = new Map<string, HomeRegion>()

/** Returns where the names and addresses of a locale are from, such as `de` or `pt_BR`. */
export function homeRegion (locale: string): HomeRegion {
  let region = known.get(locale)
  if (region === undefined) {
    region = readRegion(locale)
    known.set(locale, region)
  }
  return region
}

/** Returns where the names and addresses of a library are from. */
export function homeOf (faker: Faker): HomeRegion {
  const { code, country } = faker.rawDefinitions.metadata ?? {}
  return homeRegion(country === undefined ? code ?? 'en' : `${code?.slice(0, 2)}_${country}`)
}

function readRegion (locale: string): HomeRegion {
  const [language = 'en', region] = locale.split('_')
  const code = region !== undefined && /^[A-Z]{2}$/.test(region)
    ? region
    : new Intl.Locale(language).maximize().region ?? 'US'
  const country = new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
  return { code, country, currency: CURRENCIES[code] ?? 'EUR' }
}

/** Returns the name of a country in the language of a locale; `undefined` for a code that is none. */
export function countryName (locale: string, code: string): string | undefined {
  const [language = 'en'] = locale.split('_')
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code)
}
