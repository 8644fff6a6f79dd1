import type { JSX } from 'preact'
import { percentAt } from './time-window.ts'
import type { Callback, Lane, TimeWindow } from './time-window.ts'

/** A resource on the timeline, with its callbacks. */
export interface LaneItem {
  readonly lane: Lane
  readonly callbacks: readonly Callback[]
  readonly running: readonly string[]
  readonly window: TimeWindow
}

type Status = Lane['statuses'][number]

/** The height of a lane, in pixels. */
export const LANE_HEIGHT = 46

const BAR_TOP = 11
const BAR_HEIGHT = 24

/** A lane: the name of a resource, and its statuses as bars over time. */
export function LaneRow ({ item }: { readonly item: LaneItem }): JSX.Element {
  const { callbacks, lane: { created, id, status, statuses, type, until }, running, window } = item
  const [first] = statuses
  const now = percentAt(window, window.now)
  return (
    <>
      <span class='lane-name'>
        <span class='mono'>{id}</span>
        <span class='quiet'>
          {status !== null && `${status} · `}{type}
          {until !== null && <span class='unseen'> until {until}</span>}
        </span>
      </span>
      <svg class='lane-track' aria-hidden='true'>
        {first !== undefined && created < first.since && (
          <Bar window={window} from={Date.parse(created)} to={Date.parse(first.since)} class='bar-unknown' text='' />
        )}
        {statuses.map(span => (
          <StatusBar key={span.since} span={span} window={window} class={barClass(span.status, running)} />
        ))}
        {statuses.length === 0 && (
          <Bar window={window} from={Date.parse(created)} to={window.now} class='bar-plain' text='' />
        )}
        <line class='now' x1={`${now}%`} x2={`${now}%`} y1='0' y2='100%' />
        {callbacks.map(callback => <Marks key={callback.id} callback={callback} window={window} />)}
      </svg>
    </>
  )
}

interface StatusBarProps {
  readonly span: Status
  readonly window: TimeWindow
  readonly class: string
}

/** A status: what has passed of it is filled, and what is to come is dashed. */
function StatusBar ({ class: name, span: { since, status, until }, window }: StatusBarProps): JSX.Element {
  const from = Date.parse(since)
  const to = until === null ? Infinity : Date.parse(until)
  const { now } = window
  const isBegun = from <= now
  const isOver = to <= now
  return (
    <>
      {isBegun && !isOver && <Bar window={window} from={now} to={to} class={`${name} bar-to-come`} text='' />}
      {isBegun && <Bar window={window} from={from} to={Math.min(to, now)} class={name} text='' />}
      {!isBegun && <Bar window={window} from={from} to={to} class={`${name} bar-to-come`} text='' />}
      <Bar window={window} from={from} to={to} class={name} text={status} />
    </>
  )
}

interface BarProps {
  readonly window: TimeWindow
  readonly from: number
  readonly to: number
  readonly class: string
  /** What is written in the place of the bar; a bar without is drawn. */
  readonly text: string
}

function Bar ({ class: name, from, text, to, window }: BarProps): JSX.Element | null {
  const x = percentAt(window, from)
  const width = percentAt(window, to) - x
  if (width <= 0 && to !== from) return null
  if (text === '') {
    return <rect class={`stretch ${name}`} x={`${x}%`} width={`${width}%`} y={BAR_TOP} height={BAR_HEIGHT} rx='4' />
  }
  // A nested image clips the text to the bar. One that begins before the window is named at its edge.
  const left = Math.max(0, x)
  return (
    <svg x={`${left}%`} width={`${Math.max(0, x + width - left)}%`} y={BAR_TOP} height={BAR_HEIGHT}>
      <text class={name} x='8' y='16'>{text}</text>
    </svg>
  )
}

/** The attempts of a callback, and the next one as a ring. */
function Marks ({ callback, window }: { readonly callback: Callback, readonly window: TimeWindow }): JSX.Element {
  const { attempts, due } = callback
  return (
    <>
      {attempts.map(({ at, status }) => (
        <circle
          key={at} class={status !== null && status < 300 ? 'mark mark-good' : 'mark mark-bad'}
          cx={`${percentAt(window, Date.parse(at))}%`} cy={BAR_TOP + BAR_HEIGHT} r='5'
        />
      ))}
      {due !== null && (
        <circle class='mark mark-due' cx={`${percentAt(window, Date.parse(due))}%`} cy={BAR_TOP + BAR_HEIGHT} r='5' />
      )}
    </>
  )
}

const BAD = /fail|error|cancel|abort|reject|refus|invalid|denied|crack/i

function barClass (status: string, running: readonly string[]): string {
  const index = running.indexOf(status)
  if (index >= 0) return index % 2 === 0 ? 'bar-first' : 'bar-second'
  if (BAD.test(status)) return 'bar-bad'
  return /expired|deleted|archived/i.test(status) ? 'bar-plain' : 'bar-good'
}
