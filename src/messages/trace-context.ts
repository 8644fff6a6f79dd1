import type { Headers } from './message.ts'

/** The trace that a request belongs to (W3C Trace Context, Level 2). */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string
  /** The span of the client: 16 hexadecimal digits. */
  readonly parentId: string
  /** Whether the client records the trace. */
  readonly sampled: boolean
  /** What tracing systems add for themselves, as it came: `tracestate`; `null` where nothing is. */
  readonly state: string | null
  /** The two hexadecimal digits of the flags. */
  readonly flags: string
}

const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/

const SAMPLED = 0x01

/** The flags that there are: `sampled` and `random`. Others are sent on as zero (section 3.2.2.5). */
const KNOWN_FLAGS = 0x03

/**
 * Returns the trace of a request by its headers; `undefined` where it has none, or has one that is malformed, which is
 * ignored as a whole (section 3.3).
 */
export function traceOf (headers: Readonly<Record<string, unknown>>): TraceContext | undefined {
  const { traceparent, tracestate } = headers
  if (typeof traceparent !== 'string') return undefined
  const [, version, traceId = '', parentId = '', flagText = '', more] = TRACEPARENT.exec(traceparent.trim()) ?? []
  // Later versions may add fields; the first has none, and ff is no version.
  if (version === undefined || version === 'ff' || (version === '00' && more !== undefined)) return undefined
  if (/^0+$/.test(traceId) || /^0+$/.test(parentId)) return undefined
  const flags = Number.parseInt(flagText, 16) & KNOWN_FLAGS
  return {
    traceId,
    parentId,
    sampled: (flags & SAMPLED) !== 0,
    state: parseTracestate(tracestate),
    flags: flags.toString(16).padStart(2, '0')
  }
}

/** Returns the headers of a message that goes on a trace, as the span with an id. */
export function traceHeaders ({ flags, state, traceId }: TraceContext, spanId: string): Headers {
  const traceparent = `00-${traceId}-${spanId}-${flags}`
  return state === null ? { traceparent } : { traceparent, tracestate: state }
}

/** The most members of a list (section 3.3.1.1). */
const MAX_MEMBERS = 32

const KEY = '(?:[a-z][a-z0-9_*/-]{0,255}|[a-z0-9][a-z0-9_*/-]{0,240}@[a-z][a-z0-9_*/-]{0,13})'

/** Any printable ASCII but commas and equals signs, up to 256 characters, the last of which is no space. */
const VALUE = '[ !-+\\--<>-~]{0,255}[!-+\\--<>-~]'

const MEMBER = new RegExp(`^${KEY}=${VALUE}$`)

/** Returns the state of a trace; `null` where there is none, or one that is malformed. */
function parseTracestate (value: unknown): string | null {
  const text = Array.isArray(value) ? value.join(',') : value
  if (typeof text !== 'string') return null
  const members = text.split(',').map(member => member.replace(/^[ \t]+|[ \t]+$/g, '')).filter(member => member !== '')
  const keys = new Set(members.map(member => member.slice(0, member.indexOf('='))))
  const isValid = members.length <= MAX_MEMBERS && keys.size === members.length
  return isValid && members.length > 0 && members.every(member => MEMBER.test(member)) ? members.join(',') : null
}
