import { textNamed, textOfFormat } from './named-draw.ts'
import type { NamedDraw, Naming } from './named-draw.ts'
import { lowest } from './facets.ts'
import type { Facets } from './facets.ts'
import type { Make, Run } from './make.ts'
import { createTextTest } from './text-maker.ts'
import { drawn, fakerOf } from './faker-of.ts'

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
