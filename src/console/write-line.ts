import { inspect } from 'node:util'
import { formatLocalTime, systemTime } from '../worlds/clock.ts'
import type { Output } from './output.ts'
import type { Paint, Style } from './paint.ts'

/** Writes a line of a message and some members. */
export type WriteLine = (members: object, message: string) => void

const STYLES: Readonly<Record<string, Style>> = { fatal: 'red', error: 'red', warn: 'yellow', info: 'green' }

/**
 * Creates the function that writes lines of a level for people: the time, the level, the message, and then the
 * members: `12:03:04.512 warn an answer breaks its contract operation=shop.getOrder`. Errors have lines of their own.
 */
export function createWriteLine (level: string, output: Output, paint: Paint): WriteLine {
  return (members, message) => {
    const time = paint('dim', formatLocalTime(systemTime()))
    const shown = Object.entries(members).map(([name, value]) => showMember(name, value))
    output.write(`${[time, paint(STYLES[level] ?? 'dim', level), message].join(' ')}${shown.join('')}\n`)
  }
}

function showMember (name: string, value: unknown): string {
  if (value instanceof Error) return `\n${inspect(value)}`
  const text = typeof value === 'string' && !/\s/.test(value) ? value : JSON.stringify(value) ?? String(value)
  return ` ${name}=${text}`
}
