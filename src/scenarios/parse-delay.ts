import { compileEach } from '../simulation/declaration.ts'
import type { Declaration } from '../simulation/declaration.ts'
import { parseDuration } from '../worlds/duration.ts'
import { Random } from '../worlds/random.ts'
import type { World } from '../worlds/world.ts'

/** How long an answer waits. */
export interface Delay {
  /** By real time, or until the clock of the world has moved so far. */
  readonly by: 'real' | 'clock'
  /** How long, in milliseconds; what is left to chance follows from the world's seed. */
  readonly draw: (world: World) => number
}

/** The longest that an answer may wait, in milliseconds: a day. */
const LONGEST = 86_400_000

const KINDS = ['fixed', 'uniform', 'lognormal'] as const

/** Reads a delay: milliseconds or a duration, or how it is drawn and by which clock it goes. */
export function parseDelay (declaration: Declaration): Delay {
  if (typeof declaration.value !== 'object') {
    return { by: 'real', draw: always(parseTime(declaration)) }
  }
  const { by, ...declared } = declaration.members([...KINDS, 'by'])
  const [kind, ...others] = KINDS.filter(kind => declared[kind] !== undefined)
  if (kind === undefined || others.length > 0) {
    return declaration.refuse('give one of "fixed", "uniform" and "lognormal"')
  }
  return compileEach({
    by: () => parseBy(by),
    draw: () => DRAWS[kind](declared[kind] ?? declaration)
  })
}

/** Reads by which clock something goes. */
export function parseBy (declaration: Declaration | undefined): 'real' | 'clock' {
  return declaration?.word('clock', ['real', 'clock']) === 'clock' ? 'clock' : 'real'
}

/** Reads milliseconds, or an ISO 8601 duration. */
export function parseTime (declaration: Declaration): number {
  const { value } = declaration
  const milliseconds = typeof value === 'string' ? parseDuration(value) : value
  if (typeof milliseconds === 'number' && milliseconds >= 0 && milliseconds <= LONGEST) {
    return milliseconds
  }
  return declaration.refuse(
    `must be milliseconds or a duration such as "PT0.5S", of a day at most, but is ${JSON.stringify(value)}`
  )
}

const DRAWS: Readonly<Record<(typeof KINDS)[number], (declaration: Declaration) => Delay['draw']>> =
  {
    fixed: declaration => always(parseTime(declaration)),
    uniform (declaration) {
      const [least, most, ...others] = declaration.list()
      if (least === undefined || most === undefined || others.length > 0) {
        return declaration.refuse('must be the shortest and the longest, as [100, "PT2S"]')
      }
      const { min, max } = compileEach({ min: () => parseTime(least), max: () => parseTime(most) })
      if (min > max) return declaration.refuse('the longest comes second')
      return world => min + randomOf(world).fraction() * (max - min)
    },
    lognormal (declaration) {
      const { median, sigma } = declaration.members(['median', 'sigma'], ['median', 'sigma'])
      if (median === undefined || sigma === undefined) {
        return declaration.refuse('needs "median" and "sigma"')
      }
      const drawn = compileEach({ median: () => parseTime(median), sigma: () => parseSigma(sigma) })
      return world =>
        Math.min(LONGEST, drawn.median * Math.exp(drawn.sigma * gauss(randomOf(world))))
    }
  }

function parseSigma (declaration: Declaration): number {
  const { value } = declaration
  return typeof value === 'number' && value >= 0 && value <= 10
    ? value
    : declaration.refuse(`must be a number from 0 to 10, but is ${JSON.stringify(value)}`)
}

function always (milliseconds: number): Delay['draw'] {
  return () => milliseconds
}

/** Chance of its own for each answer, the same at every run. */
function randomOf (world: World): Random {
  return new Random(world.seedFor(`delay ${world.store.nextNumber('generated', 0)}`))
}

/** A number of the standard normal distribution (Box and Muller). */
function gauss (random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction())
}
