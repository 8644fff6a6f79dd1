import { environmentName } from './command-options.ts'
import { FORMAT_NAMES } from '../reports/format-names.ts'
import { DIMENSIONS, FINDING_KINDS } from '../reports/test-report.ts'
import { CHECK_NAMES } from '../verify/verify-check.ts'
import { optionRows, withOwnDefault } from './option-rows.ts'
import { VERIFY } from './parse-verify.ts'

/** Returns the text of `standin verify --help`. */
export function verifyUsageText (): string {
  return `Usage: standin verify [options] [journey ...] [document ...]
       standin verify --write DIR [--force] [options] [document ...]

Runs journeys, which are Arazzo documents (1.0 and 1.1), on a stand-in of its own. Each workflow has a world whose
clock stands still: what waits takes no time. Without a journey, those in ./journeys are run, or else the shipped ones.
A journey or a document may be a folder of them. docs/guide/journeys.md tells more.

With --target, the journeys run on a real service too, in real time, and checks judge what it responds:
${wrap(CHECK_NAMES.join(', '), 110)}.
Only GET and HEAD are sent without --allow-writes. Credentials of security schemes come from variables:
STANDIN_AUTH_API_KEY for the scheme apiKey, STANDIN_AUTH_LOGIN_ID and STANDIN_AUTH_LOGIN_SECRET for the
clients of the OAuth 2 scheme login. docs/guide/verify-a-service.md tells more.

Options:
${optionRows(VERIFY.options, withOwnDefault)}

Every flag can also be set as ${environmentName('…')}; the flag wins.
Formats:    ${FORMAT_NAMES.join(', ')}; all of them by all; github in GitHub Actions
Dimensions: ${DIMENSIONS.join(', ')}
Findings:   ${FINDING_KINDS.join(', ')}
Exit code:  0; 1 where a journey, a check or a gate fails; 2 where none can be run or the report cannot be written.

Examples:
  standin verify
  standin verify journeys/mews.arazzo.yaml --input AccessToken=abc
  standin verify journeys --format github,junit --output reports/ --fail-under 80
  standin verify --write journeys petstore.yaml petstore.overlay.yaml
  standin verify --target https://staging.example --dry-run
  standin verify --target https://staging.example --allow-writes --header 'Authorization: Bearer $TOKEN'
`
}

/** Breaks a text between words, so that no line is longer than so many characters. */
function wrap (text: string, width: number): string {
  return text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trimEnd()
}
