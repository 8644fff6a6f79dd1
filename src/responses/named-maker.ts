import type { Faker } from '@faker-js/faker'
import { isMultipleOf } from '../schemas/multiple-of.ts'
import { numberNamed, textNamed, textOfFormat } from './draw-named.ts'
import type { NamedDraw, Naming } from './draw-named.ts'
import { exclusionsOf } from './exclusions.ts'
import { highest, lowest } from './facets.ts'
import type { Facets } from './facets.ts'
import { DEFAULT_LOCALE, loadFaker } from './load-faker.ts'
import type { Make, Run } from './make.ts'
import { createTextTest } from './text-maker.ts'

/** How many texts are tried before one is drawn without its name. */
const ATTEMPTS = 3

/** The formats whose texts follow from the name too. */
const OPEN_FORMATS: ReadonlySet<string> = new Set(['email', 'idn-email', 'uri', 'url', 'password'])

/** Creates the maker of texts that their name tells, such as `city`; another makes those that do not fit. */
export function namedText (facets: Facets, make: Make, naming: Naming | undefined): Make {
  const chosen = choose(facets, naming)
  if (chosen === undefined || facets.some(({ contentEncoding }) => contentEncoding !== undefined)) return make
  const fits = createTextTest(facets)
  const longest = lowest(facets, 'maxLength') ?? Infinity
  return (run, room, depth) => {
    const text = run.isPlain === true ? undefined : drawText(run, chosen, { fits, longest })
    if (text === undefined) return make(run, room, depth)
    run.budget.take(text.length)
    return text
  }
}

function choose (facets: Facets, naming: Naming | undefined): NamedDraw | undefined {
  const format = facets.map(facet => facet.format).find(word => typeof word === 'string')
  if (format === undefined) return naming && textNamed(naming)
  if (!OPEN_FORMATS.has(format)) return textOfFormat(format)
  const named = naming === undefined ? undefined : textNamed(naming)
  return format.startsWith('ur') && named?.draw === IMAGE ? named : textOfFormat(format.replace('idn-', ''))
}

const IMAGE = textNamed({ name: 'image', owner: '' }).draw

interface TextLimits {
  readonly fits: (text: string) => boolean
  readonly longest: number
}

function drawText (run: Run, { draw, owner }: NamedDraw, { fits, longest }: TextLimits): string | undefined {
  const faker = fakerOf(run)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const text = String(drawn(draw, faker, owner))
    if (fits(text)) return text
    const short = /[@:]/.test(text) ? text : text.slice(0, longest).trim()
    if (fits(short)) return short
  }
  return undefined
}

/** Creates the maker of numbers that their name tells, such as `age`; another makes those that do not fit. */
export function namedNumber (facets: Facets, make: Make, naming: Naming & { readonly isWhole: boolean }): Make {
  const chosen = numberNamed(naming)
  if (chosen === undefined) return make
  const fits = createNumberTest(facets)
  return (run, room, depth) => {
    if (run.isPlain === true) return make(run, room, depth)
    const number = Number(drawn(chosen.draw, fakerOf(run), chosen.owner))
    const value = naming.isWhole ? Math.round(number) : number
    return fits(value) ? value : make(run, room, depth)
  }
}

function createNumberTest (facets: Facets): (value: number) => boolean {
  const least = highest(facets, 'minimum') ?? -Infinity
  const most = lowest(facets, 'maximum') ?? Infinity
  const above = highest(facets, 'exclusiveMinimum') ?? -Infinity
  const below = lowest(facets, 'exclusiveMaximum') ?? Infinity
  const factors = facets.map(({ multipleOf }) => multipleOf).filter(factor => typeof factor === 'number')
  const isExcluded = exclusionsOf(facets)
  const isInt8 = facets.some(({ format }) => format === 'int8')
  return value => {
    if (isInt8 && value > 127) return false
    const isWithin = value >= least && value <= most && value > above && value < below
    return isWithin && factors.every(factor => isMultipleOf(value, factor)) && isExcluded?.(value) !== true
  }
}

function fakerOf ({ locale = DEFAULT_LOCALE, now, random }: Run): Faker {
  return loadFaker(locale, random, now)
}

/** Draws a value; `undefined` where the locale has no data for it. */
function drawn (draw: NamedDraw['draw'], faker: Faker, owner: string): unknown {
  try {
    return draw(faker, owner)
  } catch {
    return undefined
  }
}
