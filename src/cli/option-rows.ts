import type { CommandOption } from './command-options.ts'

/** Returns options as the lines of a help text; `rightOf` returns the right column of one. */
export function optionRows (options: readonly CommandOption[], rightOf = withDefault): string {
  const rows = options.map(option => ({ left: leftOf(option), right: rightOf(option) }))
  const width = Math.max(...rows.map(({ left }) => left.length))
  return rows.map(({ left, right }) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}

function leftOf ({ flag, mayFollow, short, value }: CommandOption): string {
  const name = short === undefined ? `--${flag}` : `-${short}, --${flag}`
  if (mayFollow !== undefined) return `${name} [${value}]`
  return value === undefined ? name : `${name} ${value}`
}

function withDefault ({ default: shown, help }: CommandOption): string {
  return shown === undefined ? help : `${help} (default: ${shown})`
}

/** Returns the right column of an option of a command that runs no server: the defaults of a server do not hold. */
export function withOwnDefault (option: CommandOption): string {
  return option.sets === undefined ? withDefault(option) : option.help
}
