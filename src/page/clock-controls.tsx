import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Answer } from './answer.ts'
import { call, messageOf } from './api.ts'
import { countText } from './count-text.ts'

type Advanced = Answer<'advanceClock'>

const STEPS = [
  { label: '+1 s', title: 'Advance the clock by a second', body: { by: 'PT1S' } },
  { label: '+1 min', title: 'Advance the clock by a minute', body: { by: 'PT1M' } },
  { label: 'Next', title: 'Advance the clock to the next status change or callback', body: { to: 'next' } },
  { label: 'Idle', title: 'Advance the clock until no job is running', body: { to: 'idle' } }
]

export interface ClockControlsProps {
  readonly mode: 'running' | 'frozen' | undefined
  readonly onMoved: () => void
}

/** The buttons that move the clock of the world, and what happened on the way. */
export function ClockControls ({ mode, onMoved }: ClockControlsProps): JSX.Element {
  const [news, setNews] = useState('')
  const [error, setError] = useState('')
  const act = async (promise: Promise<string>): Promise<void> => {
    setError('')
    try {
      setNews(await promise)
    } catch (error) {
      setError(messageOf(error))
    }
    onMoved()
  }
  const advance = async (body: object): Promise<string> => {
    return newsOf(await call<Advanced>('/clock/advance', { method: 'POST', body }))
  }
  const set = async (mode: string): Promise<string> => {
    await call('/clock', { method: 'PUT', body: { mode } })
    return mode === 'frozen' ? 'The clock stands still' : 'The clock runs'
  }
  const other = mode === 'frozen' ? 'running' : 'frozen'
  return (
    <div class='clock-controls' role='group' aria-label='Clock'>
      {STEPS.map(({ body, label, title }) => (
        <button key={label} type='button' title={title} onClick={() => act(advance(body))}>{label}</button>
      ))}
      <button type='button' class='primary' disabled={mode === undefined} onClick={() => act(set(other))}>
        {other === 'frozen' ? 'Freeze' : 'Run'}
      </button>
      <output class='quiet'>{news}</output>
      <span class='is-wrong' role='alert'>{error}</span>
    </div>
  )
}

function newsOf ({ callbacks, changes, more, now, waiting = [] }: Advanced): string {
  const time = now.slice(11, 19)
  const parts = [
    countText(changes.length + more, 'status change'),
    ...callbacks.length > 0 ? [countText(callbacks.length, 'callback')] : [],
    ...waiting.length > 0 ? [`${countText(waiting.length, 'job')} that the clock does not move`] : []
  ]
  return `${time}: ${parts.join(', ')}`
}
