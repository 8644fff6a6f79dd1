import { fromPlainData } from '../dumps/plain-data.ts'
import { DUMP_FORMAT, DUMP_VERSION } from '../dumps/dump.ts'
import type { Dump, DumpedResource } from '../dumps/dump.ts'
import { exactJson } from '../exact-json.ts'
import { StoredWorldUnreadable } from '../errors.ts'
import { isObject } from '../documents/is-object.ts'
import { formatInstant, systemTime } from '../worlds/clock.ts'
import type { ClockState } from '../worlds/clock.ts'
import { DEFAULT_SETTINGS } from '../worlds/settings.ts'
import { HEAD_KEY, STATE_KEY } from './kept-state.ts'
import type { KeptState } from './kept-state.ts'
import type { KeptPart } from './storage.ts'

/** A world as its parts have it. */
export interface ReadWorld {
  readonly dump: Dump
  /** Its clock: one that runs went on meanwhile. */
  readonly clock: ClockState
}

type Head = Pick<Dump, 'format' | 'version' | 'standin' | 'documents' | 'world' | 'seed' | 'locale'>

/** Reads the parts of a world. Throws `StoredWorldUnreadable`, with the reason. */
export function readParts (name: string, parts: readonly KeptPart[]): ReadWorld {
  const byKind = new Map<string, Array<readonly [key: string, value: unknown]>>()
  for (const [key, text] of parts) {
    const end = key.indexOf(' ')
    const kind = end === -1 ? key : key.slice(0, end)
    const known = byKind.get(kind) ?? []
    byKind.set(kind, known)
    known.push([key.slice(kind.length + 1), parsePart(name, key, text)])
  }
  // Casts: this program wrote each of them, and the version of the format has been checked.
  const valuesOf = <T>(kind: string): T[] => (byKind.get(kind) ?? []).map(([, value]) => value as T)
  const entriesOf = <T>(kind: string): Array<[string, T]> =>
    (byKind.get(kind) ?? []).map(([key, value]) => [key, value as T])

  const head = readHead(name, valuesOf(HEAD_KEY)[0])
  const [state] = valuesOf<KeptState>(STATE_KEY)
  if (state === undefined) throw new StoredWorldUnreadable(name, 'the state of its clock is missing')
  const { clock, latestResource, random } = state
  const { frozenAt, offset } = clock
  const now = frozenAt ?? systemTime() + offset
  const resources = entriesOf<DumpedResource | 'absent'>('resources')
  const dump: Dump = {
    ...head,
    clock: { mode: frozenAt === undefined ? 'running' : 'frozen', now: formatInstant(now) },
    random,
    settings: valuesOf<Dump['settings']>('settings')[0] ?? DEFAULT_SETTINGS,
    counters: Object.fromEntries(entriesOf<number>('counters')),
    resources: resources.flatMap(([, value]) => value === 'absent' ? [] : [value]),
    absent: resources.filter(([, value]) => value === 'absent').map(([key]) => absentOf(key)),
    latestResource,
    limits: Object.fromEntries(entriesOf<Dump['limits'][string]>('limits')),
    stubs: valuesOf('stubs'),
    scenarios: valuesOf('scenarios'),
    runningScenarios: valuesOf<Dump['runningScenarios']>('runningScenarios')[0] ?? [],
    answers: entriesOf('answers').map(([key, answer]) => ({ key, answer })),
    callbacks: valuesOf('callbacks'),
    waiting: valuesOf('waiting'),
    resting: valuesOf<Dump['resting']>('resting').flat(),
    requests: valuesOf('requests')
  }
  return { dump, clock }
}

function parsePart (name: string, key: string, text: string): unknown {
  try {
    return fromPlainData(exactJson.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new StoredWorldUnreadable(name, `its part "${key.slice(0, 80)}" is not JSON`)
  }
}

function readHead (name: string, head: unknown): Head {
  if (!isObject(head) || head.format !== DUMP_FORMAT) {
    throw new StoredWorldUnreadable(name, 'the part that says what it is is missing')
  }
  const { standin, version } = head
  if (version !== DUMP_VERSION) {
    const wrote = `standin ${String(standin)} wrote it in the version ${JSON.stringify(version)} of its format`
    throw new StoredWorldUnreadable(name, `${wrote}, and this server reads ${DUMP_VERSION}`)
  }
  // A cast: this program wrote it in the version that it reads.
  return head as unknown as Head
}

/** Splits the key of an absent id: the name of a type has no space. */
function absentOf (key: string): { type: string, id: string } {
  const end = key.indexOf(' ')
  return { type: key.slice(0, end), id: key.slice(end + 1) }
}
