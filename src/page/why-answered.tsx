import type { JSX } from 'preact'
import type { AdminExplanation } from '../client/admin-api.ts'
import { useAnswer } from './use-answer.ts'
import { WhyStub } from './why-stub.tsx'

type Source = AdminExplanation['sources'][number]
type Operation = AdminExplanation['operations'][number]

/** Why a request got its response: each source in order, the nearest stubs, and the nearest operations. */
export function WhyAnswered ({ id }: { readonly id: string }): JSX.Element | null {
  const { body: why } = useAnswer<AdminExplanation>(`/requests/${encodeURIComponent(id)}/why`)
  if (why === undefined) return null
  const { notes, operations, sources, stubs, summary } = why
  return (
    <section class='why' aria-labelledby='why-title'>
      <h3 id='why-title'>Why this response</h3>
      <p>{summary}</p>
      {sources.some(({ outcome }) => outcome !== 'notAsked') && (
        <ol class='why-sources' aria-label='Sources in the order in which they are asked'>
          {sources.map(source => <SourceStep key={source.source} source={source} />)}
        </ol>
      )}
      {stubs.length > 0 && (
        <>
          <h4>{stubs.some(({ outcome }) => outcome === 'answered') ? 'Stubs' : 'The nearest stubs'}</h4>
          <ul class='why-stubs'>{stubs.map(stub => <WhyStub key={stub.id} stub={stub} />)}</ul>
        </>
      )}
      {operations.length > 0 && (
        <>
          <h4>The nearest operations</h4>
          <ul class='why-stubs'>{operations.map(near => <NearOperation key={near.operation} near={near} />)}</ul>
        </>
      )}
      {notes.map(note => <p key={note} class='quiet'>{note}</p>)}
    </section>
  )
}

const OUTCOMES = { answered: 'answered', passedOver: 'passed over', notAsked: 'not asked' }

function SourceStep ({ source: { outcome, source, why } }: { readonly source: Source }): JSX.Element {
  return (
    <li class={`why-${outcome}`}>
      <b>{source}</b> <span class='why-outcome'>{OUTCOMES[outcome]}</span>{why !== '' && <span>: {why}</span>}
    </li>
  )
}

function NearOperation ({ near: { method, operation, path, why } }: { readonly near: Operation }): JSX.Element {
  return <li><span class='mono'>{method} {path}</span> <b>{operation}</b><br />{why}</li>
}
