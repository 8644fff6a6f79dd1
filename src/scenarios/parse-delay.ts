import { exactJson } from '../exact-json.ts'
import { compileEach } from '../simulation/declaration.ts'
import type { Declaration } from '../simulation/declaration.ts'
import { parseDuration } from '../worlds/duration.ts'
import { Random } from '../worlds/random.ts'
import type { World } from '../worlds/world.ts'

/** The delay of a response. */
export interface Delay {
  /** Whether it passes in real time or by the clock of the world. */
  readonly by: 'real' | 'clock'
  /** Returns its length in milliseconds. Random lengths follow from the seed of the world. */
  readonly draw: (world: World) => number
}

/** The longest delay, in milliseconds: a day. */
const LONGEST = 86_400_000

const KINDS = ['fixed', 'uniform', 'lognormal'] as const

/** Parses a delay: milliseconds, a duration, or a distribution with the clock that it uses. */
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

/** Parses the clock that a delay uses; real time by default. */
export function parseBy (declaration: Declaration | undefined): 'real' | 'clock' {
  return declaration?.word('clock', ['real', 'clock']) === 'clock' ? 'clock' : 'real'
}

/** Parses milliseconds, or an ISO 8601 duration. */
export function parseTime (declaration: Declaration): number {
  const { value } = declaration
  const milliseconds = typeof value === 'string' ? parseDuration(value) : value
  if (typeof milliseconds === 'number' && milliseconds >= 0 && milliseconds <= LONGEST) {
    return milliseconds
  }
  const actual = exactJson.stringify(value)
  return declaration.refuse(
    `must be milliseconds or a duration such as "PT0.5S", of a day at most, but is ${actual}`
  )
}

const DRAWS: Readonly<Record<(typeof KINDS)[number], (declaration: Declaration) => Delay['draw']>> =
  {
    fixed: declaration => always(parseTime(declaration)),
    uniform (declaration) {
      const [least, most, ...others] = declaration.list()
      if (least === undefined || most === undefined || others.length > 0) {
        return declaration.refuse(
          'must be the shortest and the longest delay, such as [100, "PT2S"]'
        )
      }
      const { min, max } = compileEach({ min: () => parseTime(least), max: () => parseTime(most) })
      if (min > max) return declaration.refuse('must have the shortest delay first')
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
    : declaration.refuse(`must be a number from 0 to 10, but is ${exactJson.stringify(value)}`)
}

function always (milliseconds: number): Delay['draw'] {
  return () => milliseconds
}

/** Returns random numbers for one response, the same at every run. */
function randomOf (world: World): Random {
  return new Random(world.seedFor(`delay ${world.store.nextNumber('generated', 0)}`))
}

/** Draws a number from the standard normal distribution (Box–Muller transform). */
function gauss (random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction())
}
