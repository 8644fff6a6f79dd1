import type { JSX, TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import type { Answer } from './answer.ts'
import { call, messageOf } from './api.ts'
import { useAnswer } from './use-answer.ts'

type Scenario = Answer<'listScenarios'>['scenarios'][number]

/** The scenarios, to start with their parameters and to stop. */
export function ScenariosPanel ({ onChanged }: { readonly onChanged: () => void }): JSX.Element {
  const { body, error, refresh } = useAnswer<Answer<'listScenarios'>>('/scenarios', { everyMs: 3_000 })
  const [filter, setFilter] = useState('')
  const [failure, setFailure] = useState('')
  const act = async (promise: Promise<unknown>): Promise<void> => {
    setFailure(await promise.then(() => '', messageOf))
    refresh()
    onChanged()
  }
  const stop = (): Promise<void> => act(call('/scenarios/stop', { method: 'POST' }))
  const words = filter.toLowerCase().split(/\s+/)
  const shown = body?.scenarios.filter(({ description, name }) => {
    const text = `${name} ${description}`.toLowerCase()
    return words.every(word => text.includes(word))
  })
  const running = body?.running.map(({ name }) => name) ?? []
  return (
    <section class='panel' aria-labelledby='scenarios'>
      <h2 id='scenarios'>Scenarios</h2>
      <p class='script-running'>
        <output>{running.length === 0 ? 'None is running.' : `Running: ${running.join(', ')}`}</output>
        <button type='button' disabled={running.length === 0} onClick={stop}>Stop all</button>
      </p>
      <p class='is-wrong' role='alert'>{failure || error}</p>
      <input
        type='search' aria-label='Filter the scenarios' placeholder='Filter' value={filter}
        onInput={({ currentTarget: { value } }) => setFilter(value)}
      />
      <ul class='script-list scenarios'>
        {shown?.map(scenario => <ScenarioItem key={scenario.name} scenario={scenario} act={act} />)}
      </ul>
      {shown?.length === 0 && <p class='quiet'>There is none such.</p>}
    </section>
  )
}

interface ScenarioItemProps {
  readonly scenario: Scenario
  readonly act: (promise: Promise<unknown>) => void
}

function ScenarioItem ({ act, scenario: { description, name, parameters, running } }: ScenarioItemProps): JSX.Element {
  const start = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const chosen: Record<string, unknown> = {}
    for (const [name, { default: declared }] of Object.entries(parameters)) {
      const text = String(form.get(`parameter-${name}`) ?? '')
      if (text !== showValue(declared)) chosen[name] = readValue(text, declared)
    }
    const body = { parameters: chosen, add: form.has('add') }
    act(call(`/scenarios/${encodeURIComponent(name)}/start`, { method: 'POST', body }))
  }
  return (
    <li>
      <details>
        <summary>
          <strong>{name}</strong>{running && <span class='tag tag-running'>running</span>}
          <span class='summary-text'>{description}</span>
        </summary>
        <form class='fields' onSubmit={start}>
          {Object.entries(parameters).map(([parameter, { default: declared, description }]) => (
            <label key={parameter}>
              <span>{parameter} {description !== undefined && <span class='quiet'>{description}</span>}</span>
              <input name={`parameter-${parameter}`} defaultValue={showValue(declared)} />
            </label>
          ))}
          <label class='check'><input type='checkbox' name='add' /> beside those that run</label>
          <button type='submit' class='primary' aria-label={`Start ${name}`}>Start</button>
        </form>
      </details>
    </li>
  )
}

function showValue (value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Parses a value of a parameter, which has the type of its default. */
function readValue (text: string, declared: unknown): unknown {
  if (typeof declared === 'string') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
