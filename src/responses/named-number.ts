import { isMultipleOf } from '../schemas/multiple-of.ts'
import { exclusionsOf } from './exclusions.ts'
import { highest, lowest } from './facets.ts'
import type { Facets } from './facets.ts'
import { drawn, fakerOf } from './faker-of.ts'
import type { Make } from './make.ts'
import { numberNamed } from './named-draw.ts'
import type { Naming } from './named-draw.ts'

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
