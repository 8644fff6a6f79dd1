import type { JSX } from 'preact'
import type { AdminCoverage } from '../client/admin-api.ts'
import type { Answer } from './answer.ts'
import { filter, NO_FILTER } from './exchange-filter.ts'
import { hrefTo, world } from './place.ts'
import { ShareMeter } from './share-meter.tsx'

type Contract = Answer<'listContracts'>['contracts'][number]
type Operation = Answer<'listOperations'>['operations'][number]
type Share = AdminCoverage['summary']['operations'][number]

export interface ApiCardProps {
  readonly contract: Contract
  /** The URL of the world. */
  readonly address: string
  readonly operations: readonly Operation[]
  /** What requests have touched, by operation. */
  readonly shares: readonly Share[]
}

/** An API, with its operations and the mistakes in its document. */
export function ApiCard ({ address, contract, operations, shares }: ApiCardProps): JSX.Element {
  const { basePath, file, name, title, version, warnings } = contract
  const reference = `reference/${encodeURIComponent(name)}/?${new URLSearchParams({ world: world.value })}`
  const touched = sumOf(shares.map(({ touched }) => touched))
  const total = sumOf(shares.map(({ total }) => total))
  return (
    <section class='panel api' aria-labelledby={`api-${name}`}>
      <div class='bar'>
        <h2 id={`api-${name}`}>{title || name}</h2>
        <span class='quiet'>{name} {version}</span>
        {total > 0 && <ShareMeter label={`Coverage of ${name}`} touched={touched} total={total} />}
        <a class='api-try' href={reference}>Try it</a>
      </div>
      <p class='quiet'><code>{address}{basePath}</code>, from <code>{file}</code></p>
      {warnings.length > 0 && <Warnings warnings={warnings} />}
      <ul class='operations'>
        {operations.map(operation => (
          <OperationLine
            key={operation.id} operation={operation}
            share={shares.find(share => share.operation === operation.id)}
          />
        ))}
      </ul>
    </section>
  )
}

function sumOf (numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

interface OperationLineProps {
  readonly operation: Operation
  readonly share: Share | undefined
}

function OperationLine ({ operation, share }: OperationLineProps): JSX.Element {
  const { basePath, id, method, path, simulation, summary } = operation
  const showExchanges = (): void => { filter.value = { ...NO_FILTER, operation: id } }
  return (
    <li>
      <span class={`method method-${method.toLowerCase()}`}>{method}</span>
      <span class='operation-path'>
        <span class='mono'>{basePath}{path}</span>
        <span class='quiet'>{summary}</span>
      </span>
      {simulation !== null && <span class='tag'>simulated</span>}
      <a href={hrefTo('live')} onClick={showExchanges} title={`Exchanges of ${id}`}>{id}</a>
      {share !== undefined && share.total > 0
        ? (
          <ShareMeter
            label={`Coverage of ${id}`} touched={share.touched} total={share.total} href={hrefTo('coverage', id)}
          />
          )
        : <span class='meter' />}
    </li>
  )
}

function Warnings ({ warnings }: { readonly warnings: Contract['warnings'] }): JSX.Element {
  return (
    <details class='warnings'>
      <summary>{warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`} of the document</summary>
      <ul>
        {warnings.map(({ column, file, line, message, pointer }, index) => (
          <li key={index}>
            <code>{line === undefined ? file : `${file}:${line}:${column}`}</code> {message}
            {pointer !== undefined && <><br /><code class='quiet'>{pointer}</code></>}
          </li>
        ))}
      </ul>
    </details>
  )
}
