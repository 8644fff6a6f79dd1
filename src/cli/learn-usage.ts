import { LEARN } from './learn-command.ts'
import { optionRows, withOwnDefault } from './option-rows.ts'

/** Returns the text of `standin learn --help`. */
export function learnUsageText (): string {
  return `standin learn: learns from a recording what a document does not say

Usage: standin learn [options] RECORDING.har [...] document
       standin learn [options] --url URL document

Writes an overlay with x-standin and fixtures: jobs with their statuses, ways and measured durations, the limit, how
requests are refused, the form of ids, and the resources that were there before. Secrets and personal data are
replaced. What was learned is tried: the recording is replayed against it, and each difference is told.

Options:
${optionRows(LEARN.options, withOwnDefault)}

Exit code:   0; 2 where nothing can be learned or written

Examples:
  standin learn session.har api.yaml
  standin api.yaml --overlay learned/api.overlay.yaml --fixtures learned/fixtures
  standin learn --url http://127.0.0.1:4010 --out stand-in --keep Client,city api.yaml
`
}
