import { DEFAULT_URL, verbUsage } from "./ctl.js";
import { CTL_VERBS } from "./ctl-verbs.js";
/** The text of `standin ctl --help`. */
export function ctlUsageText() {
    const rows = CTL_VERBS.map(verb => ({ left: verbUsage(verb), right: verb.isDefault === true ? `${verb.help} (also: ${verb.words[0]})` : verb.help }));
    return `standin ctl: the admin API of a stand-in that runs, from a shell

Usage: standin ctl [options] verb ...

Verbs:
${rows.map(({ left, right }) => left.length > 34 ? `  ${left}\n  ${' '.repeat(34)}  ${right}` : `  ${left.padEnd(34)}  ${right}`).join('\n')}

Options:
  --url URL      where it listens (default: $STANDIN_URL, or ${DEFAULT_URL})
  --world NAME   which world is meant (default: $STANDIN_WORLD, or the default one)
  --token TOKEN  what its admin API asks for (default: $STANDIN_ADMIN_TOKEN)

A JSON of - is read from standard input. Answers are printed as JSON, in one line unless for a terminal.
Exit code: 0; 1 where it was refused, or verify and verification say no; 2 where the command makes no sense.

Examples:
  standin ctl scenario start mews/rate-limited
  standin ctl --world checkout clock advance PT1H
  standin ctl requests --follow --operation mews.addExport
  standin ctl stub add '{"operation":"mews.addExport","reply":{"status":500},"times":1}'
`;
}
