import type { JSX, TargetedSubmitEvent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Answer } from './answer.ts'
import { call, messageOf } from './api.ts'
import { CallbackList } from './callback-list.tsx'
import { filter, NO_FILTER } from './exchange-filter.ts'
import { hrefTo } from './place.ts'
import type { Callback } from './time-window.ts'
import { useAnswer } from './use-answer.ts'
import { clockMode } from './world-clock.ts'

type Type = Answer<'listResourceTypes'>['types'][number]

const CHANGES = ['resource', 'clock', 'exchange'] as const

/** How often a resource is read that a running clock moves, in milliseconds. */
const PROGRESS_MS = 1_000

export interface ResourceDetailsProps {
  readonly type: string
  readonly id: string
  readonly types: readonly Type[]
  readonly callbacks: readonly Callback[]
  readonly onMoved: () => void
}

/** A resource as the API shows it, and a form that forces its status. */
export function ResourceDetails ({ callbacks, id, onMoved, type, types }: ResourceDetailsProps): JSX.Element {
  const path = `/resources/${encodeURIComponent(type)}/${encodeURIComponent(id)}`
  const [everyMs, setEveryMs] = useState<number>()
  const { body, error, refresh } = useAnswer<Answer<'readResource'>>(path, { on: CHANGES, everyMs })
  const isMoving = clockMode() === 'running' && body !== undefined && body.until !== null
  // Its progress may follow from the clock alone.
  useEffect(() => setEveryMs(isMoving ? PROGRESS_MS : undefined), [isMoving])
  const moved = (): void => {
    refresh()
    onMoved()
  }
  return (
    <article class='live-details panel' aria-label={`${type} ${id}`}>
      <a class='close' href={hrefTo('timeline')}>Close</a>
      <h2 class='details-title'><span class='mono'>{id}</span> <span class='quiet'>{type}</span></h2>
      {error !== undefined && <p class='is-wrong' role='alert'>{error}</p>}
      {body !== undefined && (
        <>
          <dl class='facts'>
            <div><dt>Created</dt><dd>{body.created}</dd></div>
            {body.status !== null && <div><dt>Status</dt><dd>{body.status}</dd></div>}
            {body.status !== null && <div><dt>Since</dt><dd>{body.since}</dd></div>}
            {body.status !== null && <div><dt>Until</dt><dd>{body.until ?? untilText(body)}</dd></div>}
            {body.lifecycle !== null && <div><dt>Lifecycle</dt><dd>{body.lifecycle}</dd></div>}
          </dl>
          <ForceStatus
            path={path} status={body.status} onMoved={moved}
            statuses={statusesOf(types.find(candidate => candidate.type === type))}
          />
          <p>
            <a href={hrefTo('live')} onClick={() => { filter.value = { ...NO_FILTER, text: id } }}>
              The exchanges that have its id
            </a>
          </p>
          <h3>As the API shows it</h3>
          <pre tabIndex={0}>{JSON.stringify(body.shown, null, 2)}</pre>
          {Object.keys(body.hidden).length > 0 && (
            <>
              <h3>Kept, and never shown</h3>
              <pre tabIndex={0}>{JSON.stringify(body.hidden, null, 2)}</pre>
            </>
          )}
        </>
      )}
      {callbacks.length > 0 && (
        <>
          <h3>Callbacks</h3>
          <CallbackList callbacks={callbacks} />
        </>
      )}
    </article>
  )
}

function untilText ({ progression }: Answer<'readResource'>): string {
  if (progression === 'clock') return 'it stays'
  return progression === 'manual' ? 'a status is forced' : `${progression.polls} reads`
}

function statusesOf (type: Type | undefined): string[] {
  const statuses = type?.lifecycles.flatMap(({ statuses }) => statuses.map(({ status }) => status))
  return [...new Set(statuses)]
}

interface ForceStatusProps {
  readonly path: string
  readonly status: string | null
  readonly statuses: readonly string[]
  readonly onMoved: () => void
}

function ForceStatus ({ onMoved, path, status, statuses }: ForceStatusProps): JSX.Element | null {
  const [error, setError] = useState('')
  const force = async (event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const chosen = new FormData(event.currentTarget).get('status')
    const done = call(`${path}/status`, { method: 'PUT', body: { status: chosen } })
    setError(await done.then(() => '', messageOf))
    onMoved()
  }
  if (status === null) return null
  return (
    <form class='inline' onSubmit={force}>
      <label for='force-status'>Force the status</label>
      <select id='force-status' name='status' defaultValue={status}>
        {statuses.map(name => <option key={name}>{name}</option>)}
      </select>
      <button type='submit'>Force</button>
      <span class='is-wrong' role='alert'>{error}</span>
    </form>
  )
}
