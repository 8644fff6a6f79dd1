import { withDefaults } from '../options.ts'
import { COMMAND_OPTIONS, environmentName } from './command-options.ts'
import type { CommandOption } from './command-options.ts'
import { optionRows } from './option-rows.ts'

/** Returns the text of `standin --help`. */
export function usageText (version: string): string {
  return `standin ${version}: a stand-in server for the HTTP APIs that your code depends on

Usage: standin [options] [document ...]
       standin mock [options] document ...
       standin check [--format json] [options] [document ...]
       standin init [--out FILE] [--force] document
       standin verify [--write DIR] [options] [journey ...] [document ...]
       standin types [options] [document ...]
       standin report [--server URL] [options] [report.json ...]
       standin drift [options] recording.har [document ...]
       standin pact --consumer NAME [options]
       standin pact check contract ... pact.json ...
       standin learn [options] recording.har document
       standin health [options]
       standin ctl verb ...

Serves the given OpenAPI documents, or those of --openapi, or else the four shipped documents.
"mock" takes the command line of Prism instead: see standin mock --help.
"check" reports what is wrong with documents.
"init" proposes an overlay that simulates the jobs and collections of a document.
"verify" runs journeys (Arazzo) on a stand-in of its own, or writes them: see standin verify --help.
"types" prints the TypeScript types of documents, for the typed client.
"report" tells what the tests of a run never touched, with gates for CI: see standin report --help.
"drift" compares what a service did with what its contract says: see standin drift --help.
"pact" writes pacts from what tests did, compares pacts with contracts, and publishes them: see standin pact --help.
"learn" learns from a recording what a document does not say: see standin learn --help.
"health" asks the server that runs with these options, or as process 1 of a container, whether it is up.
"ctl" controls a running server: see standin ctl --help.

Options:
${optionRows(COMMAND_OPTIONS, rightOf)}

Every flag can also be set as ${environmentName('…')}, such as ${environmentName('max-worlds')}=10; the flag wins.

Examples:
  standin
  standin --port 0 petstore.yaml
  standin --openapi contracts --fixtures fixtures --starts-at 2026-01-01T00:00:00Z
`
}

function rightOf (option: CommandOption): string {
  return option.value === undefined ? option.help : `${option.help} (default: ${defaultOf(option)})`
}

function defaultOf ({ default: shown, sets }: CommandOption): string {
  return shown ?? (sets === undefined ? '' : String(withDefaults()[sets]))
}
