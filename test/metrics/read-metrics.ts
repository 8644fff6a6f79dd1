import { createRequire } from 'node:module'

/** A metric as a parser reads it that is not ours. */
export interface ReadFamily {
  readonly name: string
  readonly help: string
  readonly type: string
  readonly metrics: ReadonlyArray<{
    readonly labels?: Readonly<Record<string, string>>
    readonly value?: string
    readonly buckets?: Readonly<Record<string, string>>
    readonly count?: string
    readonly sum?: string
  }>
}

// A cast: the package has no types.
const parse = createRequire(import.meta.url)('parse-prometheus-text-format') as (text: string) => readonly ReadFamily[]

/** Reads a text in the format of Prometheus. Throws where it is none. */
export function readMetrics (text: string): ReadonlyMap<string, ReadFamily> {
  return new Map(parse(text).map(family => [family.name, family]))
}
