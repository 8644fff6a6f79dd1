import { withDefaults } from "../options.js";
import { COMMAND_OPTIONS, environmentName } from "./command-options.js";
/** The text of `standin --help`. */
export function usageText(version) {
    const rows = COMMAND_OPTIONS.map(option => ({ left: leftOf(option), right: rightOf(option) }));
    const width = Math.max(...rows.map(({ left }) => left.length));
    return `standin ${version}: a stand-in server for the HTTP APIs that your code depends on

Usage: standin [options] [document ...]
       standin check [--format json] [options] [document ...]
       standin init [--out FILE] [--force] document
       standin types [options] [document ...]
       standin ctl verb ...

Serves the OpenAPI documents that are named, those of --openapi, or else the four that ship.
"check" only tells what is wrong with them. "init" proposes an overlay in which their jobs and collections come to life.
"types" writes their types, for the typed client.
"ctl" speaks to a server that runs: see standin ctl --help.

Options:
${rows.map(({ left, right }) => `  ${left.padEnd(width)}  ${right}`).join('\n')}

The environment sets what no flag does: ${environmentName('max-worlds')}=10 is --max-worlds 10.

Examples:
  standin
  standin --port 0 petstore.yaml
  standin --openapi contracts --fixtures fixtures --starts-at 2026-01-01T00:00:00Z
`;
}
function leftOf({ flag, short, value }) {
    return `${short === undefined ? '' : `-${short}, `}--${flag}${value === undefined ? '' : ` ${value}`}`;
}
function rightOf({ help, value, sets, default: shown }) {
    if (value === undefined)
        return help;
    const fallback = shown ?? (sets === undefined ? '' : String(withDefaults()[sets]));
    return `${help} (default: ${fallback})`;
}
