import type { JSX } from 'preact'
import { signal } from '@preact/signals'
import type { AdminCoverage } from '../client/admin-api.ts'
import { world } from './place.ts'

type Dimension = AdminCoverage['cells'][number]['dimension']

/** The part of the coverage to show; an empty text stands for all. */
export interface CoverageFilter {
  /** Whether requests to all worlds count, not those to the world that is shown alone. */
  readonly isOfAllWorlds: boolean
  readonly test: string
  readonly dimension: '' | Dimension
  readonly isMissingOnly: boolean
}

export const coverageFilter = signal<CoverageFilter>({
  isOfAllWorlds: false,
  test: '',
  dimension: '',
  isMissingOnly: false
})

/** The names of dimensions for people. */
export const DIMENSIONS: Readonly<Record<Dimension, string>> = {
  responses: 'Responses',
  parameters: 'Parameters',
  values: 'Values of enums',
  properties: 'Properties',
  security: 'Security',
  callbacks: 'Callbacks',
  statuses: 'Statuses',
  ways: 'Ways of lifecycles',
  rules: 'Rules',
  files: 'Files',
  faults: 'Faults'
}

/** The form by which the coverage is filtered; `tests` are the names of tests that are known. */
export function CoverageFilters ({ tests }: { readonly tests: readonly string[] }): JSX.Element {
  const { dimension, isMissingOnly, isOfAllWorlds, test } = coverageFilter.value
  return (
    <form class='filters' role='search' aria-label='Filter the coverage' onSubmit={event => event.preventDefault()}>
      <select
        aria-label='Worlds' value={isOfAllWorlds ? 'all' : 'shown'}
        onChange={({ currentTarget: { value } }) => setFilter({ isOfAllWorlds: value === 'all' })}
      >
        <option value='shown'>Requests to {world.value}</option>
        <option value='all'>Requests to all worlds</option>
      </select>
      <select
        aria-label='Test' value={test} class={test === '' ? undefined : 'is-set'}
        onChange={({ currentTarget: { value } }) => setFilter({ test: value })}
      >
        <option value=''>All tests</option>
        {tests.map(name => <option key={name} value={name}>{name}</option>)}
      </select>
      <select
        aria-label='Dimension' value={dimension} class={dimension === '' ? undefined : 'is-set'}
        onChange={({ currentTarget: { value } }) => setFilter({ dimension: value as CoverageFilter['dimension'] })}
      >
        <option value=''>All dimensions</option>
        {Object.entries(DIMENSIONS).map(([name, text]) => <option key={name} value={name}>{text}</option>)}
      </select>
      <label class='check'>
        <input
          type='checkbox' checked={isMissingOnly}
          onChange={({ currentTarget: { checked } }) => setFilter({ isMissingOnly: checked })}
        /> What is missing only
      </label>
    </form>
  )
}

function setFilter (changed: Partial<CoverageFilter>): void {
  coverageFilter.value = { ...coverageFilter.value, ...changed }
}
