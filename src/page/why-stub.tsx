import type { JSX } from 'preact'
import type { AdminExplanation } from '../client/admin-api.ts'
import { pretty } from './copy-texts.ts'
import { hrefTo } from './place.ts'

type Stub = AdminExplanation['stubs'][number]
type Difference = Stub['differences'][number]

/** A stub for the operation of an exchange: why it did not answer, with each place that differs. */
export function WhyStub ({ stub: { differences, id, operation, outcome, why } }: { readonly stub: Stub }): JSX.Element {
  return (
    <li>
      <a href={hrefTo('script', 'stub', id)}>Stub {id}</a> <span class='quiet'>for {operation}</span>
      {outcome === 'answered' && ' answered'}
      {why !== null && `: ${why}`}
      {differences.length > 0 && (
        <table class='why-differences'>
          <caption class='quiet'>
            {differences.length === 1 ? 'One place differs' : `${differences.length} places differ`}
          </caption>
          <thead><tr><th scope='col'>Place</th><th scope='col'>Expected</th><th scope='col'>Came</th></tr></thead>
          <tbody>{differences.map((difference, index) => <Row key={index} difference={difference} />)}</tbody>
        </table>
      )}
    </li>
  )
}

function Row ({ difference }: { readonly difference: Difference }): JSX.Element {
  return (
    <tr class='mono'>
      <th scope='row'>{difference.where}</th>
      <td class='why-expected'>{textOf(difference, 'expected')}</td>
      <td class='why-came'>{textOf(difference, 'actual')}</td>
    </tr>
  )
}

function textOf (difference: Difference, side: 'expected' | 'actual'): string {
  return side in difference ? pretty(difference[side]) : 'nothing'
}
