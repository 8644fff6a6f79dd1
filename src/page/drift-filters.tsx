import type { JSX } from 'preact'
import { signal } from '@preact/signals'
import type { AdminDrift } from '../client/admin-api.ts'
import { goTo, hrefTo, place } from './place.ts'

export type DriftGroup = AdminDrift['groups'][number]
export type Weight = DriftGroup['severity']

/** What differences do, by their weight, for people. */
export const WEIGHTS: Readonly<Record<Weight, string>> = {
  error: 'contradict the contract',
  warning: 'go beyond it',
  note: 'were documented and never seen'
}

/** The weight of the differences to show; an empty text stands for all. */
export const shownWeight = signal<'' | Weight>('')

/** Returns the name that an operation has in the filter: that of its API for what belongs to none. */
export function operationName ({ api, operation }: Pick<DriftGroup, 'api' | 'operation'>): string {
  return operation ?? api
}

/** Returns the differences that the filter and the address leave. */
export function filterGroups (groups: readonly DriftGroup[]): DriftGroup[] {
  const [operation] = place.value.rest
  return groups.filter(group => {
    return (shownWeight.value === '' || group.severity === shownWeight.value) &&
      (operation === undefined || operationName(group) === operation)
  })
}

/** The form by which differences are filtered. The operation is in the address, to be linked to. */
export function DriftFilters ({ groups }: { readonly groups: readonly DriftGroup[] }): JSX.Element {
  const [operation = ''] = place.value.rest
  const weight = shownWeight.value
  const names = new Set(groups.map(operationName))
  if (operation !== '') names.add(operation)
  return (
    <form class='filters' role='search' aria-label='Filter the drift' onSubmit={event => event.preventDefault()}>
      <select
        aria-label='Weight' value={weight} class={weight === '' ? undefined : 'is-set'}
        onChange={({ currentTarget: { value } }) => { shownWeight.value = value as typeof weight }}
      >
        <option value=''>All weights</option>
        {Object.entries(WEIGHTS).map(([name, text]) => <option key={name} value={name}>{name}: {text}</option>)}
      </select>
      <select
        aria-label='Operation' value={operation} class={operation === '' ? undefined : 'is-set'}
        onChange={({ currentTarget: { value } }) => {
          goTo(value === '' ? hrefTo('drift') : hrefTo('drift', value))
        }}
      >
        <option value=''>All operations</option>
        {[...names].sort().map(name => <option key={name} value={name}>{name}</option>)}
      </select>
    </form>
  )
}
