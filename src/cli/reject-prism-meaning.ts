import { InvalidOption } from '../errors.ts'

/** The pages that the short flags of the help and the version show, and their meanings in Prism. */
const OTHER_MEANING = {
  h: { shows: 'the help', meant: (value: string) => `the address to listen on is --host ${value}` },
  v: { shows: 'the version', meant: (value: string) => `the level to log is --log ${value}` }
} as const

/**
 * Rejects a short flag that has a value as in Prism: without the value, `-h 0.0.0.0` shows the help, and `-v debug` the
 * version. Throws `InvalidOption`.
 */
export function rejectPrismMeaning (args: readonly string[]): void {
  const end = args.indexOf('--')
  const words = end === -1 ? args : args.slice(0, end)
  for (const [index, word] of words.entries()) {
    const [, letter, attached] = /^-([hv])=?(.*)$/s.exec(word) ?? []
    if (letter === 'h' || letter === 'v') rejectValue(letter, attached || valueAfter(words, index))
  }
}

function valueAfter (words: readonly string[], index: number): string {
  const next = words[index + 1] ?? ''
  return next.startsWith('-') ? '' : next
}

function rejectValue (letter: keyof typeof OTHER_MEANING, value: string): void {
  if (value === '') return
  const { meant, shows } = OTHER_MEANING[letter]
  const rule = `stand alone, as it shows ${shows} (${meant(value)}; "standin mock" takes the flags of Prism)`
  throw new InvalidOption(`-${letter}`, rule, `followed by ${JSON.stringify(value)}`)
}
