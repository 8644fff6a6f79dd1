import { DRIFT_FORMAT_NAMES } from '../drift/drift-format-names.ts'
import { DRIFT_KINDS, KIND_FACTS } from '../drift/drift-kinds.ts'
import type { Severity } from '../drift/drift-kinds.ts'
import { DRIFT } from './drift-command.ts'
import { optionRows, withOwnDefault } from './option-rows.ts'

/** Returns the text of `standin drift --help`. */
export function driftUsageText (): string {
  return `standin drift: tells where a service and its contract differ

Usage: standin drift [options] RECORDING.har [...] [document ...]
       standin drift [options] --url URL

Compares the exchanges of HAR files with OpenAPI documents, or asks a running server what it has seen of the service
that it passes requests on to. The request of a response 4xx or 5xx is not held to the contract.
The format overlay is an OpenAPI Overlay 1.0 after which the contract says what was seen: look at each change of it.

Options:
${optionRows(DRIFT.options, withOwnDefault)}

Formats:     ${DRIFT_FORMAT_NAMES.join(', ')}; all of them by all; github in GitHub Actions
Error:       ${wrapped(kindsOf('error'))}
Warning:     ${wrapped(kindsOf('warning'))}
Note:        ${wrapped(kindsOf('note'))}
Exit code:   0; 1 where a difference fails (--fail-on); 2 where nothing can be compared

Examples:
  standin drift session.har api.yaml
  standin drift --format sarif --output drift.sarif session.har api.yaml
  standin drift --format overlay session.har api.yaml > api.overlay.yaml
  standin drift --url http://127.0.0.1:4010 --fail-on all
`
}

function kindsOf (severity: Severity): string {
  return DRIFT_KINDS.filter(kind => KIND_FACTS[kind].severity === severity).join(', ')
}

/** Breaks a list between its items, with later lines beside the first. */
function wrapped (list: string): string {
  return list.replace(/(.{1,95})(?: |$)/g, `$1\n${' '.repeat(13)}`).trimEnd()
}
