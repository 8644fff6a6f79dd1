import { FORMAT_NAMES } from '../reports/format-names.ts'
import { optionRows } from './option-rows.ts'
import { PACT_CHECK_OPTIONS } from './pact-check-command.ts'
import { PACT_OPTIONS } from './pact-command.ts'
import { PACT_PROVIDER_OPTIONS } from './pact-provider-command.ts'

/** Returns the text of `standin pact --help`. */
export function pactUsageText (): string {
  return `standin pact: writes pacts from what a client's tests did, compares pacts with contracts, and publishes them

Usage: standin pact --consumer NAME [options]
       standin pact check [options] contract ... pact.json ...
       standin pact provider contract --provider NAME --publish URL --version VERSION [options]

The first asks a running server for a pact of each API that a world was asked for. Only exchanges that kept the
contract become interactions; each has the provider states under which its response comes again.

Options:
${optionRows(PACT_OPTIONS)}

"check" compares interactions with contracts, by the codes of other validators. A consumer may expect a part of a
response only, and a request that is answered with an error may be wrong.

Options of check:
${optionRows(PACT_CHECK_OPTIONS)}

"provider" publishes a contract to PactFlow, with the result of standin verify --target --format json.

Options of provider:
${optionRows(PACT_PROVIDER_OPTIONS)}

Formats:    ${FORMAT_NAMES.join(', ')}; all of them by all; github in GitHub Actions
Exit code:  0; 1 where an interaction does not fit, or there is nothing to write; 2 where the command cannot be run

Examples:
  standin pact --consumer web
  standin pact --consumer web --publish https://broker.example --version 1.2.3 --branch main
  standin pact check openapi/mews.yaml pacts/web-mews.json
`
}
