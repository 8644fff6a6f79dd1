import { DEFAULT_HOST, DEFAULT_PORT } from './command-options.ts'
import type { CommandOption } from './command-options.ts'
import { MOCK_OPTIONS, OTHER_OPTIONS, SPELLINGS } from './mock-options.ts'

/** The defaults of Prism's flags, for the help. */
const DEFAULTS: Readonly<Record<string, string>> = {
  port: String(DEFAULT_PORT),
  host: DEFAULT_HOST,
  cors: 'all',
  'verbose-level': 'info',
  watch: 'on'
}

/** Returns the text of `standin mock --help`. */
export function mockUsageText (): string {
  const shown = MOCK_OPTIONS.filter(option => !OTHER_OPTIONS.includes(option))
  const rows = shown.map(option => ({ left: leftOf(option), right: rightOf(option) }))
  const width = Math.max(...rows.map(({ left }) => left.length))
  return `Usage: standin mock [options] document ...

Serves OpenAPI documents with the command line of Prism. It also reads preferences from the query of a request
(__code, __example, __dynamic, __seed), refuses invalid requests with 422 where no other status is documented, and
reloads documents after each edit. A document may be a URL with --allow-remote-refs.
docs/guide/from-prism.md of the package lists what is different from Prism.

Options:
${rows.map(({ left, right }) => `  ${left.padEnd(width)}  ${right}`).join('\n')}

The options of standin alone can be given too (standin --help).

Examples:
  standin mock petstore.yaml
  standin mock petstore.yaml -p 8080 -h 0.0.0.0 -d --seed 7 -v debug
  standin mock https://mocks.example/petstore.yaml --allow-remote-refs --no-cors
`
}

function leftOf ({ flag, mayFollow, short, value }: CommandOption): string {
  const written = [...SPELLINGS].find(([, own]) => own === flag)?.[0] ?? flag
  const name = short === undefined ? `    --${written}` : `-${short}, --${written}`
  return value === undefined || mayFollow !== undefined ? name : `${name} ${value}`
}

function rightOf ({ flag, help }: CommandOption): string {
  const shown = DEFAULTS[flag]
  return shown === undefined ? help : `${help} (default: ${shown})`
}
