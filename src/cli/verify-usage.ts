import { environmentName } from './command-options.ts'
import { VERIFY } from './parse-verify.ts'

/** Returns the text of `standin verify --help`. */
export function verifyUsageText (): string {
  const rows = VERIFY.options.map(({ flag, help, value }) => {
    return { left: value === undefined ? `--${flag}` : `--${flag} ${value}`, right: help }
  })
  const width = Math.max(...rows.map(({ left }) => left.length))
  return `Usage: standin verify [options] [journey ...] [document ...]
       standin verify --write DIR [--force] [options] [document ...]

Runs journeys, which are Arazzo documents (1.0 and 1.1), on a stand-in of its own. Each workflow has a world whose
clock stands still: what waits takes no time. Without a journey, those in ./journeys are run, or else the shipped ones.
A journey or a document may be a folder of them. docs/guide/journeys.md tells more.

Options:
${rows.map(({ left, right }) => `  ${left.padEnd(width)}  ${right}`).join('\n')}

Every flag can also be set as ${environmentName('…')}; the flag wins.
Exit code: 0; 1 where a journey fails; 2 where none can be run.

Examples:
  standin verify
  standin verify journeys/mews.arazzo.yaml --input AccessToken=abc
  standin verify journeys --format junit > junit.xml
  standin verify --write journeys petstore.yaml petstore.overlay.yaml
`
}
