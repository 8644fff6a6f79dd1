import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Answer } from './answer.ts'
import { call, messageOf } from './api.ts'
import { hrefTo } from './place.ts'

export type Stub = Answer<'listStubs'>['stubs'][number]

export interface StubsPanelProps {
  readonly stubs: readonly Stub[] | undefined
  readonly error: string | undefined
  /** The id of the stub that is edited. */
  readonly edited: string | undefined
  readonly onChanged: () => void
}

/** The stubs of the world, in the order in which they are asked. */
export function StubsPanel ({ edited, error, onChanged, stubs = [] }: StubsPanelProps): JSX.Element {
  const [failure, setFailure] = useState('')
  const remove = async (path: string): Promise<void> => {
    setFailure(await call(path, { method: 'DELETE' }).then(() => '', messageOf))
    onChanged()
  }
  const ordered = stubs.toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0))
  return (
    <section class='panel' aria-labelledby='stubs'>
      <h2 id='stubs'>Stubs</h2>
      <p class='is-wrong' role='alert'>{failure || error}</p>
      {ordered.length === 0 && <p class='quiet'>There are none: the simulation replies, or else an example.</p>}
      <ol class='script-list'>
        {ordered.map(stub => (
          <li key={stub.id} class={stub.id === edited ? 'is-edited' : undefined}>
            <StubText stub={stub} />
            <span class='actions'>
              <a
                class='button' href={hrefTo('script', 'stub', stub.id)} aria-label={`Edit stub ${stub.id}`}
                aria-current={stub.id === edited ? 'true' : undefined}
              >
                Edit
              </a>
              <button
                type='button' class='danger' aria-label={`Delete stub ${stub.id}`}
                onClick={() => remove(`/stubs/${encodeURIComponent(stub.id)}`)}
              >
                Delete
              </button>
            </span>
          </li>
        ))}
      </ol>
      {ordered.length > 1 && (
        <p class='actions'><button type='button' class='danger' onClick={() => remove('/stubs')}>Delete all</button></p>
      )}
    </section>
  )
}

function StubText ({ stub }: { readonly stub: Stub }): JSX.Element {
  const { operation, priority, used, warnings = [], when } = stub
  return (
    <div>
      <strong>{operation}</strong> <span class='tag'>{effectOf(stub)}</span>
      {priority !== undefined && priority !== 0 && <span class='tag'>priority {priority}</span>}
      <span class='quiet summary-text'>{usesOf(stub, used)}</span>
      {when !== undefined && <code class='summary-text'>when {JSON.stringify(when)}</code>}
      {warnings.map(warning => <span key={warning} class='is-wrong summary-text'>{warning}</span>)}
    </div>
  )
}

function effectOf ({ delay, fault, reply, sequence, simulate }: Stub): string {
  if (sequence !== undefined) return `${sequence.length} replies in turn`
  if (fault !== undefined) return fault
  if (simulate !== undefined) return simulate.lifecycle ?? 'simulated'
  if (reply?.status !== undefined) return String(reply.status)
  return delay === undefined ? 'reply' : 'delayed'
}

function usesOf ({ sequence, times }: Stub, used: number): string {
  const allowed = sequence?.length ?? times
  const text = used === 1 ? 'Used once' : used === 0 ? 'Not used yet' : `Used ${used} times`
  return allowed === undefined ? text : `${text}, ${Math.max(0, allowed - used)} left`
}
