import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { AdminCoverage } from '../client/admin-api.ts'
import { coverageFilter, DIMENSIONS } from './coverage-filters.tsx'
import { filter, NO_FILTER } from './exchange-filter.ts'
import { hrefTo } from './place.ts'
import { ShareMeter } from './share-meter.tsx'

type Cell = AdminCoverage['cells'][number]
type Share = AdminCoverage['summary']['operations'][number]

export interface CoverageApiProps {
  readonly api: string
  readonly coverage: AdminCoverage
  /** The operation that is open, or the API for what belongs to none. */
  readonly chosen: string | undefined
}

/** The operations of an API with their shares; the one that is open shows each thing that tests can reach. */
export function CoverageApi ({ api, chosen, coverage: { cells, summary } }: CoverageApiProps): JSX.Element {
  const shares = summary.operations.filter(share => share.api === api)
  return (
    <section class='panel' aria-labelledby={`coverage-${api}`}>
      <h2 id={`coverage-${api}`}>{api}</h2>
      <ul class='operations shares'>
        {shares.map(share => {
          const name = share.operation ?? api
          return (
            <CoverageOperation
              key={name} name={name} share={share} isOpen={name === chosen}
              cells={cells.filter(cell => cell.api === api && cell.operation === share.operation)}
            />
          )
        })}
      </ul>
    </section>
  )
}

interface CoverageOperationProps {
  readonly name: string
  readonly share: Share
  readonly cells: readonly Cell[]
  readonly isOpen: boolean
}

function CoverageOperation ({ cells, isOpen, name, share }: CoverageOperationProps): JSX.Element {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView()
  }, [isOpen])
  const { operation, total, touched } = share
  const showExchanges = (): void => { filter.value = { ...NO_FILTER, operation: name } }
  return (
    <li ref={item} class={isOpen ? 'is-open' : undefined}>
      <a class='operation-path' href={isOpen ? hrefTo('coverage') : hrefTo('coverage', name)} aria-expanded={isOpen}>
        {operation ?? 'What belongs to no operation'}
      </a>
      <ShareMeter label={`Coverage of ${name}`} touched={touched} total={total} />
      {isOpen && (
        <div class='cells'>
          {operation !== undefined && <a href={hrefTo('live')} onClick={showExchanges}>Its exchanges</a>}
          <Cells cells={cells} />
        </div>
      )}
    </li>
  )
}

function Cells ({ cells }: { readonly cells: readonly Cell[] }): JSX.Element {
  const { dimension, isMissingOnly } = coverageFilter.value
  const shown = cells.filter(cell => {
    return (dimension === '' || cell.dimension === dimension) && !(isMissingOnly && isDone(cell))
  })
  if (shown.length === 0) return <p class='quiet'>The filter leaves nothing of it.</p>
  return (
    <>
      {[...Map.groupBy(shown, ({ dimension }) => dimension)].map(([dimension, cells]) => (
        <div key={dimension}>
          <h3>{DIMENSIONS[dimension]}</h3>
          <ul>{cells.map(cell => <CellLine key={cell.id} cell={cell} />)}</ul>
        </div>
      ))}
    </>
  )
}

function isDone ({ hits, ignored }: Cell): boolean {
  return hits > 0 || ignored !== undefined
}

function CellLine ({ cell }: { readonly cell: Cell }): JSX.Element {
  const { hits, ignored, name, place, tests } = cell
  const state = ignored !== undefined ? 'ignored' : hits === 0 ? 'not reached' : `reached ${hits}×`
  return (
    <li>
      <span class={`tag ${hits > 0 ? 'tag-running' : ignored === undefined ? 'tag-refusal' : ''}`}>{state}</span>
      <span class='cell-name'>{name}</span>
      {ignored !== undefined && <span class='quiet'>{ignored}</span>}
      {tests.length > 0 && <span class='quiet'>by {tests.join(', ')}</span>}
      {place !== undefined && <code class='quiet'>{place.file}:{place.line}</code>}
    </li>
  )
}
