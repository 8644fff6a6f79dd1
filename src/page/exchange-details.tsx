import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { AdminViolation } from '../client/admin-api.ts'
import { asCurl, asFixture, asStub, pretty } from './copy-texts.ts'
import type { Exchange } from './exchange-feed.ts'
import { Status } from './exchange-row.tsx'
import { HarButton } from './har-button.tsx'
import { hrefTo } from './place.ts'
import { WhyAnswered } from './why-answered.tsx'

/** All that is known of an exchange. */
export function ExchangeDetails ({ exchange }: { readonly exchange: Exchange }): JSX.Element {
  const { at, example, fault, operation, request, resource, response, source, stub, tookMs } = exchange
  return (
    <article class='details' aria-label={`Exchange ${exchange.id}`}>
      <h2 class='details-title'>
        <Status status={response.status} /> <span class='mono'>{request.method} {request.url}</span>
      </h2>
      <dl class='facts'>
        <Fact name='Operation'>{operation ?? 'none'}</Fact>
        <Fact name='Answered by'>{source === null ? 'nothing yet' : SOURCES[source]}</Fact>
        {stub !== null && <Fact name='Stub'><a href={hrefTo('script', 'stub', stub)}>{stub}</a></Fact>}
        {resource !== null && (
          <Fact name='Resource'>
            <a href={hrefTo('timeline', resource.type, resource.id)}>{resource.type} {resource.id}</a>
          </Fact>
        )}
        {example !== null && <Fact name='Example'>{example}</Fact>}
        {fault !== null && <Fact name='Fault'>{fault}</Fact>}
        <Fact name='World time'><time class='mono'>{at}</time></Fact>
        <Fact name='Took'>{tookMs.toFixed(1)} ms{response.status === null && ', and still waits'}</Fact>
      </dl>
      <Violations title='The request breaks the contract' violations={request.violations} />
      <Violations title='The response breaks the contract' violations={response.violations} />
      <WhyAnswered key={response.status} id={exchange.id} />
      <CopyAs exchange={exchange} />
      <Message title='Request' message={request} />
      {response.status !== null && <Message title='Response' message={response} />}
    </article>
  )
}

const SOURCES = {
  proxy: 'the service that it was passed on to',
  stub: 'a stub',
  module: 'a handler',
  simulation: 'the simulation',
  fixture: 'a fixture',
  example: 'an example of the document',
  generated: 'a value generated from the schema',
  refusal: 'a refusal of the request'
}

function Fact ({ children, name }: { readonly name: string, readonly children: ComponentChildren }): JSX.Element {
  return <div><dt>{name}</dt><dd>{children}</dd></div>
}

interface ViolationsProps {
  readonly title: string
  readonly violations: readonly AdminViolation[]
}

function Violations ({ title, violations }: ViolationsProps): JSX.Element | null {
  if (violations.length === 0) return null
  return (
    <section class='violations'>
      <h3>{title}</h3>
      <ul>
        {violations.map((violation, index) => (
          <li key={index}>
            <strong class='mono'>{violation.in}{violation.pointer === '' ? '' : ` ${violation.pointer}`}</strong>
            <dl>
              <div><dt>Expected</dt><dd>must {violation.expected}</dd></div>
              <div><dt>Came</dt><dd class='mono'>{violation.actual ?? 'nothing'}</dd></div>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}

const COPIES = {
  curl: { label: 'As curl', write: asCurl },
  stub: { label: 'As stub', write: asStub },
  fixture: { label: 'As fixture', write: asFixture }
}

function CopyAs ({ exchange }: { readonly exchange: Exchange }): JSX.Element {
  const [shown, setShown] = useState<keyof typeof COPIES>()
  const [note, setNote] = useState('')
  const text = shown === undefined ? '' : COPIES[shown].write(exchange)
  const isKnown = exchange.operation !== null && exchange.response.status !== null
  const copy = async (): Promise<void> => {
    // Browsers have a clipboard only where the connection is secure, or this machine's.
    setNote(await navigator.clipboard?.writeText(text).then(() => 'Copied', () => 'Not allowed') ?? 'Not allowed')
  }
  const show = (name: keyof typeof COPIES): void => {
    setNote('')
    setShown(name === shown ? undefined : name)
  }
  return (
    <section>
      <p class='actions'>
        {(['curl', 'stub', 'fixture'] as const).map(name => (
          <button
            key={name} type='button' aria-expanded={name === shown} onClick={() => show(name)}
            disabled={name !== 'curl' && (exchange.response.status === null || (name === 'fixture' && !isKnown))}
          >
            {COPIES[name].label}
          </button>
        ))}
        <HarButton world={exchange.world} ids={[exchange.id]} />
      </p>
      {shown !== undefined && (
        <div class='copy'>
          <Code text={text} label={COPIES[shown].label} />
          <p class='actions'>
            <button type='button' class='primary' onClick={copy}>Copy</button>
            <output class='quiet'>{note}</output>
          </p>
        </div>
      )}
    </section>
  )
}

interface MessageProps {
  readonly title: string
  readonly message: Exchange['request'] | Exchange['response']
}

function Message ({ message: { body, headers, note }, title }: MessageProps): JSX.Element {
  const names = Object.entries(headers)
  return (
    <section>
      <h3>{title}</h3>
      <details>
        <summary>{names.length === 1 ? '1 header' : `${names.length} headers`}</summary>
        <dl class='headers mono'>
          {names.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{String(value)}</dd></div>)}
        </dl>
      </details>
      {note !== undefined && <p class='quiet'>{note}</p>}
      {body === undefined ? <p class='quiet'>No body</p> : <Code text={pretty(body)} label={`Body of the ${title}`} />}
    </section>
  )
}

/** A text that scrolls, also by the keyboard. */
function Code ({ label, text }: { readonly label: string, readonly text: string }): JSX.Element {
  return <pre tabIndex={0} role='region' aria-label={label}>{text}</pre>
}
