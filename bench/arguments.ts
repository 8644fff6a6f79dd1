import { parseArgs } from 'node:util'

/** The parsed command line. */
export interface Arguments {
  /** The sections to run; all where it is empty. */
  readonly only: readonly string[]
  readonly quick: boolean
  readonly peers: boolean
  readonly build: boolean
  /** The path of another built checkout, which is measured in turn with this one. */
  readonly against: string | undefined
}

export const USAGE = `Usage: npm run bench -- [options]

  --only NAME,…  only these sections: start, throughput, generated, switches, proxy, peers, growth, memory,
                 latency, page
  --quick        under a minute: to see that it works, not to quote
  --peers        all sections, and other products too (after \`npm ci --prefix bench\`)
  --against DIR  only this checkout beside another one, which is built: start and throughput, in turn
  --no-build     measure what dist/ holds

A run without --only and --quick writes bench/results.md.`

/** Parses the command line. Throws where it is invalid. */
export function parseArguments (args: string[], sections: readonly string[]): Arguments {
  const { values: { against, build, only = '', peers, quick } } = parseArgs({
    args,
    allowNegative: true,
    options: {
      against: { type: 'string' },
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      peers: { type: 'boolean', default: false },
      build: { type: 'boolean', default: true }
    }
  })
  const names = only.split(',').filter(name => name !== '')
  const unknown = names.find(name => !sections.includes(name))
  if (unknown !== undefined) throw new Error(`There is no section "${unknown}"`)
  return { only: names, quick, peers, build, against }
}
