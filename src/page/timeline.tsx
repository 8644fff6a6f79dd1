import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Answer } from './answer.ts'
import { CallbackList } from './callback-list.tsx'
import { ClockControls } from './clock-controls.tsx'
import { LANE_HEIGHT, LaneRow } from './lane-row.tsx'
import type { LaneItem } from './lane-row.tsx'
import { goTo, hrefTo, place } from './place.ts'
import { ResourceDetails } from './resource-details.tsx'
import { percentAt, ticksOf, timeWindow, WIDTHS } from './time-window.ts'
import type { RunningStatuses, Timeline, TimeWindow } from './time-window.ts'
import { useAnswer } from './use-answer.ts'
import { VirtualList } from './virtual-list.tsx'
import { WaitingList } from './waiting-list.tsx'
import { useWorldTime } from './world-clock.ts'

/** The kinds of events that change the timeline. */
const CHANGES = ['resource', 'clock', 'callback', 'exchange'] as const

/** How many callbacks without a lane of their own are listed. */
const MAX_CALLBACKS = 20

/** The resources of the world over the time of its clock, which can be moved. */
export function TimelineView (): JSX.Element {
  const { body: told, error, refresh } = useAnswer<Timeline>('/timeline', { on: CHANGES })
  const { body: types } = useAnswer<Answer<'listResourceTypes'>>('/resources')
  const time = useWorldTime()
  const body = told && { ...told, now: latest(told.now, time) }
  const [width, setWidth] = useState<number>()
  const [type, id] = place.value.rest
  const isChosen = type !== undefined && id !== undefined
  return (
    <div class={isChosen ? 'live timeline has-details' : 'live timeline'}>
      <div class='live-list'>
        <div class='bar'>
          <h1>Timeline</h1>
          <output class='quiet'>{body === undefined ? '' : countText(body)}</output>
          <label class='picker actions'>
            <span class='quiet'>Window</span>
            <select
              value={width ?? ''}
              onChange={({ currentTarget: { value } }) => setWidth(Number(value) || undefined)}
            >
              <option value=''>What runs</option>
              {WIDTHS.map(([label, ms]) => <option key={ms} value={ms}>{label}</option>)}
            </select>
          </label>
        </div>
        <ClockControls mode={body?.mode} onMoved={refresh} />
        <p class='is-wrong' role='alert'>{error}</p>
        {body !== undefined && <Lanes timeline={body} types={types?.types ?? []} width={width} />}
      </div>
      {isChosen && (
        <ResourceDetails
          key={`${type}/${id}`} type={type} id={id} types={types?.types ?? []} onMoved={refresh}
          callbacks={body?.callbacks.filter(({ resource }) => resource?.type === type && resource.id === id) ?? []}
        />
      )}
    </div>
  )
}

/** Returns the later of an instant and the time of the clock, which goes on while nothing else happens. */
function latest (instant: string, time = 0): string {
  return Date.parse(instant) < time ? new Date(time).toISOString() : instant
}

interface LanesProps {
  readonly timeline: Timeline
  readonly types: Answer<'listResourceTypes'>['types']
  readonly width: number | undefined
}

function Lanes ({ timeline, types, width }: LanesProps): JSX.Element {
  const running = new Map(types.map(({ running, type }) => [type, running]))
  const window = timeWindow(timeline, running, width)
  const items = laneItems(timeline, running, window)
  const [type, id] = place.value.rest
  const chosen = timeline.resources.find(lane => lane.type === type && lane.id === id)
  const choose = (key: string): void => {
    const lane = timeline.resources.find(({ number }) => String(number) === key)
    if (lane !== undefined) goTo(hrefTo('timeline', lane.type, lane.id))
  }
  return (
    <>
      {items.length === 0
        ? <p class='panel'>There are no resources in this world yet: requests that create some will show up here.</p>
        : (
          <>
            <TimeAxis window={window} />
            <VirtualList
              label='Resources, latest first' items={items} keyOf={keyOf} rowHeight={LANE_HEIGHT} Row={LaneRow}
              chosen={chosen === undefined ? undefined : String(chosen.number)} onChoose={choose}
            />
          </>
          )}
      <WaitingList timeline={timeline} />
      {timeline.callbacks.length > 0 && (
        <section class='panel' aria-labelledby='callbacks'>
          <h2 id='callbacks'>Callbacks</h2>
          <CallbackList callbacks={timeline.callbacks.toReversed().slice(0, MAX_CALLBACKS)} withResources />
        </section>
      )}
    </>
  )
}

function keyOf ({ lane }: LaneItem): string {
  return String(lane.number)
}

function laneItems (timeline: Timeline, running: RunningStatuses, window: TimeWindow): LaneItem[] {
  const byResource = Map.groupBy(timeline.callbacks, ({ resource }) => `${resource?.type} ${resource?.id}`)
  return timeline.resources.map(lane => ({
    lane,
    window,
    callbacks: byResource.get(`${lane.type} ${lane.id}`) ?? [],
    running: running.get(lane.type) ?? []
  }))
}

function TimeAxis ({ window }: { readonly window: TimeWindow }): JSX.Element {
  return (
    <div class='axis' aria-hidden='true'>
      <span class='lane-name' />
      <div class='axis-track'>
        {ticksOf(window).map(({ at, label }) => (
          <span key={at} class='tick' style={{ left: `${percentAt(window, at)}%` }}>{label}</span>
        ))}
        <span class='tick-now' style={{ left: `${percentAt(window, window.now)}%` }}>now</span>
      </div>
    </div>
  )
}

function countText ({ resources, total }: Timeline): string {
  const noun = total === 1 ? 'resource' : 'resources'
  return resources.length === total ? `${total} ${noun}` : `the latest ${resources.length} of ${total} ${noun}`
}
