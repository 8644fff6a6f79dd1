import type { JSX, TargetedSubmitEvent } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { SourcePosition } from '../documents/source-position.ts'
import type { Answer } from './answer.ts'
import { call } from './api.ts'
import { locateMistakes, offsetOf } from './locate-mistakes.ts'
import { MistakeList } from './mistake-list.tsx'
import { StubText } from './stub-text.tsx'
import type { Stub } from './stubs-panel.tsx'
import { mistakesOf } from './mistakes-of.ts'
import type { Mistake } from './mistakes-of.ts'
import { useStubCheck } from './use-stub-check.ts'
import type { StubCheck } from './use-stub-check.ts'

type Operation = Answer<'listOperations'>['operations'][number]

export interface StubEditorProps {
  /** The stub that is edited; `undefined` for a new one. */
  readonly edited: Stub | undefined
  readonly operations: readonly Operation[]
  readonly onDone: () => void
}

type Json = Readonly<Record<string, unknown>>

/** An editor for a stub, which is held to its contract while it is typed. */
export function StubEditor ({ edited, onDone, operations }: StubEditorProps): JSX.Element {
  const [given] = useState(() => edited === undefined ? '' : textOf(edited))
  const [text, setText] = useState(given)
  const [failed, setFailed] = useState<readonly Mistake[]>([])
  const textarea = useRef<HTMLTextAreaElement>(null)
  useEffect(() => { if (edited !== undefined) textarea.current?.focus() }, [])
  const check = useStubCheck(text)
  const isMasked = given.includes(MASK) && text.includes(MASK)
  const stub = readObject(text)
  const operation = typeof stub?.operation === 'string' ? stub.operation : ''
  const known = operations.find(({ id }) => id === operation)
  const ids = useMemo(() => operations.map(({ id }) => id), [operations])
  const show = (position: SourcePosition): void => {
    const offset = offsetOf(text, position)
    textarea.current?.focus()
    textarea.current?.setSelectionRange(offset, offset)
  }
  const change = (members: Json): void => setText(JSON.stringify({ ...stub, ...members }, null, 2))
  const save = async (event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const [method, path] = edited === undefined
      ? ['POST', '/stubs']
      : ['PUT', `/stubs/${encodeURIComponent(edited.id)}`]
    try {
      await call(path, { method, text })
    } catch (error) {
      setFailed(locateMistakes(text, mistakesOf(error)))
      return
    }
    setText('')
    setFailed([])
    onDone()
  }
  return (
    <section class='panel' aria-labelledby='editor'>
      <h2 id='editor'>{edited === undefined ? 'New stub' : `Stub ${edited.id}`}</h2>
      <form class='fields' onSubmit={save}>
        <div class='pair'>
          <label>
            <span>Operation</span>
            <input
              list='operations' value={operation} autocomplete='off' spellcheck={false}
              disabled={stub === undefined && text.trim() !== ''}
              onInput={({ currentTarget: { value } }) => change({ operation: value })}
            />
          </label>
          <label>
            <span>Status</span>
            <select
              value={String(readObject(JSON.stringify(stub?.reply))?.status ?? '')} disabled={known === undefined}
              onChange={({ currentTarget: { value } }) => change({ reply: { status: Number(value) } })}
            >
              <option value=''>as documented</option>
              {known?.statuses.filter(({ status }) => /^[2-5]\d\d$/.test(status)).map(({ description, status }) => (
                <option key={status} value={status}>{status} {description.slice(0, 40)}</option>
              ))}
            </select>
          </label>
        </div>
        <StubText
          text={text} onText={setText} isInvalid={check.state === 'invalid'} operations={ids} textarea={textarea}
        />
        <div id='stub-check' role='status' class='stub-check'><CheckText check={check} onShow={show} /></div>
        {isMasked && (
          <p role='alert' class='is-wrong'>Credentials are masked: write them anew in the place of {MASK}.</p>
        )}
        {failed.length > 0 && <div role='alert' class='is-wrong'><MistakeList mistakes={failed} onShow={show} /></div>}
        <p class='actions'>
          <button type='submit' class='primary' disabled={check.state !== 'valid' || isMasked}>
            {edited === undefined ? 'Add the stub' : 'Save the stub'}
          </button>
          {edited !== undefined && <button type='button' onClick={onDone}>Cancel</button>}
        </p>
      </form>
    </section>
  )
}

/** The text that the admin API shows in the place of a credential. */
const MASK = '***'

interface CheckTextProps {
  readonly check: StubCheck
  readonly onShow: (position: SourcePosition) => void
}

function CheckText ({ check: { mistakes, state, warnings }, onShow }: CheckTextProps): JSX.Element | null {
  if (state === 'empty') return <span class='quiet'>Choose an operation, or write the stub.</span>
  if (mistakes.length > 0) return <div class='is-wrong'><MistakeList mistakes={mistakes} onShow={onShow} /></div>
  if (state === 'checking') return <span class='quiet'>Checking…</span>
  return (
    <>
      <span class='is-right'>The contract allows it.</span>
      <ul class='mistakes'>{warnings.map(warning => <li key={warning}>{warning}</li>)}</ul>
    </>
  )
}

/** Returns a stub as it was given. */
function textOf ({ id: _id, used: _used, warnings: _warnings, ...stub }: Stub): string {
  return JSON.stringify(stub, null, 2)
}

function readObject (text: string | undefined): Json | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Json : undefined
  } catch {
    return undefined
  }
}
