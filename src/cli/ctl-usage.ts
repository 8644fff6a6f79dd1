import { DEFAULT_URL } from './base-url.ts'
import { verbUsage } from './ctl.ts'
import { CTL_VERBS } from './ctl-verbs.ts'
import type { CtlVerb } from './ctl-verbs.ts'

/** The width of the left column; a longer verb has a line of its own. */
const WIDTH = 34

/** Returns the text of `standin ctl --help`. */
export function ctlUsageText (): string {
  return `standin ctl: controls a running stand-in from a shell

Usage: standin ctl [options] verb ...

Verbs:
${CTL_VERBS.map(verbRow).join('\n')}

Options:
  --url URL      where the server listens (default: $STANDIN_URL, or ${DEFAULT_URL})
  --world NAME   the world (default: $STANDIN_WORLD, or "default")
  --token TOKEN  the token that the admin API requires (default: $STANDIN_ADMIN_TOKEN)
  --ca FILE      the authority that its certificate is trusted by (default: $STANDIN_CA, or the one that standin made)

Where JSON is -, it is read from standard input. Results are printed as JSON, in one line unless to a terminal.
Exit code: 0; 1 where the server refuses, or where verify or verification fails; 2 where the command is not valid.

Examples:
  standin ctl scenario start mews/rate-limited
  standin ctl --world checkout clock advance PT1H
  standin ctl requests --follow --operation mews.addExport
  standin ctl stub add '{"operation":"mews.addExport","reply":{"status":500},"times":1}'
`
}

function verbRow (verb: CtlVerb): string {
  const left = verbUsage(verb)
  const right = verb.isDefault === true ? `${verb.help} (also: ${verb.words[0]})` : verb.help
  return left.length > WIDTH ? `  ${left}\n  ${' '.repeat(WIDTH)}  ${right}` : `  ${left.padEnd(WIDTH)}  ${right}`
}
