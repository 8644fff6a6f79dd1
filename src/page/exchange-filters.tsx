import type { JSX } from 'preact'
import { exchanges } from './exchange-feed.ts'
import { NO_FILTER, NO_OPERATION, filter } from './exchange-filter.ts'
import type { ExchangeFilter } from './exchange-filter.ts'

const STATUSES = {
  2: '2xx',
  3: '3xx',
  4: '4xx',
  5: '5xx',
  pending: 'still waits'
}

const SOURCES = ['stub', 'module', 'simulation', 'fixture', 'example', 'generated', 'proxy', 'refusal']

const VIOLATIONS = {
  yes: 'any',
  request: 'of the request',
  response: 'of the response',
  no: 'none'
}

/** The form by which the exchanges are filtered. */
export function ExchangeFilters (): JSX.Element {
  const operations = new Set(exchanges.value.map(({ operation }) => operation ?? NO_OPERATION))
  if (filter.value.operation !== '') operations.add(filter.value.operation)
  const isFiltered = Object.values(filter.value).some(text => text !== '')
  return (
    <form class='filters' role='search' aria-label='Filter the exchanges' onSubmit={event => event.preventDefault()}>
      <input
        type='search' aria-label='Text' placeholder='Text: a path, a header, a value…'
        value={filter.value.text} onInput={({ currentTarget: { value } }) => setFilter({ text: value })}
      />
      <Choice name='operation' label='Operation' values={toNames([...operations].sort())} />
      <Choice name='status' label='Status' values={STATUSES} />
      <Choice name='source' label='Source' values={toNames(SOURCES)} />
      <Choice name='violations' label='Violations' values={VIOLATIONS} />
      {isFiltered && <button type='button' onClick={() => setFilter(NO_FILTER)}>Show all</button>}
    </form>
  )
}

interface ChoiceProps {
  readonly name: keyof ExchangeFilter
  readonly label: string
  /** The names of the values to choose from. */
  readonly values: Readonly<Record<string, string>>
}

function Choice ({ label, name, values }: ChoiceProps): JSX.Element {
  const value = filter.value[name]
  return (
    <select
      aria-label={label} value={value} class={value === '' ? undefined : 'is-set'}
      onChange={({ currentTarget: { value } }) => setFilter({ [name]: value })}
    >
      <option value=''>{label}</option>
      {Object.entries(values).map(([value, text]) => <option key={value} value={value}>{text}</option>)}
    </select>
  )
}

function toNames (values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map(value => [value, value]))
}

function setFilter (changed: Partial<ExchangeFilter>): void {
  filter.value = { ...filter.value, ...changed }
}
