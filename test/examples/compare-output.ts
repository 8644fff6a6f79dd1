import { isDeepStrictEqual } from 'node:util'
import type { Printed } from './page-steps.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g
const DURATION = /\d+(\.\d+)? ?m?s\b/g

/**
 * Compares what a command prints with what a page shows. Ids, instants and durations may differ. JSON has to be the
 * same; of a text, the lines that are shown have to be printed, in this order. Returns what differs.
 */
export function compareOutput (printed: string, shown: string, language: Printed): string | undefined {
  const [is, asked] = [normalize(printed), normalize(shown)]
  if (language === 'json') return isSameJson(is, asked) ? undefined : `${is.trim()}\nis printed, and not\n${asked}`
  const lines = is.split('\n').map(line => line.trim())
  for (const line of asked.split('\n').map(line => line.trim()).filter(Boolean)) {
    const index = lines.indexOf(line)
    if (index === -1) return `${line}\nis not printed, but\n${printed}`
    lines.splice(0, index + 1)
  }
  return undefined
}

function normalize (text: string): string {
  return text.replaceAll(UUID, '<uuid>').replaceAll(INSTANT, '<instant>').replaceAll(DURATION, '<time>')
}

function isSameJson (text: string, other: string): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(text), JSON.parse(other))
  } catch {
    return false
  }
}
