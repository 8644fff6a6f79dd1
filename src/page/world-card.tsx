import type { JSX, TargetedEvent } from 'preact'
import { useRef } from 'preact/hooks'
import type { Answer } from './answer.ts'
import { call } from './api.ts'
import type { Question } from './confirm-dialog.tsx'
import { countText } from './count-text.ts'
import { downloadDump, loadDump } from './dump-files.ts'
import { MistakeList } from './mistake-list.tsx'
import { place, worldHref } from './place.ts'
import type { Mistake } from './mistakes-of.ts'

export type World = Answer<'listWorlds'>['worlds'][number]

/** Does something to a world, and tells whether it worked. */
export type ActOnWorld = (name: string, promise: Promise<unknown>) => void

export interface WorldCardProps {
  readonly world: World
  readonly withJournal: boolean
  /** Why the last thing that was to be done to it was not. */
  readonly mistakes: readonly Mistake[]
  readonly act: ActOnWorld
  readonly ask: (question: Question) => void
}

/** A world with its figures, and what can be done to it. */
export function WorldCard ({ act, ask, mistakes, withJournal, world }: WorldCardProps): JSX.Element {
  const { exchanges, mode, name, now, resources, stubs } = world
  const dump = (): void => act(name, downloadDump(name, withJournal))
  const reset = (): void => ask({
    title: `Reset ${name}?`,
    text: `It loses ${contentsOf(world)}, and its clock and settings begin anew.`,
    action: 'Reset',
    onConfirm: () => act(name, call('/reset', { method: 'POST', world: name }))
  })
  const drop = (): void => ask({
    title: `Drop ${name}?`,
    text: `The world is removed with ${contentsOf(world)}.`,
    action: 'Drop',
    onConfirm: () => act(name, call(`/worlds/${encodeURIComponent(name)}`, { method: 'DELETE' }))
  })
  const load = (file: File): void => ask({
    title: `Load ${file.name} into ${name}?`,
    text: `The world loses ${contentsOf(world)}, and goes on as the file has it.`,
    action: 'Load',
    onConfirm: () => act(name, loadDump(name, file))
  })
  return (
    <li class='panel'>
      <h2>
        <a href={worldHref(name, 'live')}>{name}</a>
        {name === place.value.world && <span class='tag'>shown</span>}
      </h2>
      <p class='clock'><time dateTime={now}>{now}</time> <span class={`tag tag-${mode}`}>{mode}</span></p>
      <dl class='figures'>
        <div><dt>Resources</dt><dd>{resources}</dd></div>
        <div><dt>Stubs</dt><dd>{stubs}</dd></div>
        <div><dt>Exchanges</dt><dd>{exchanges}</dd></div>
      </dl>
      <p class='actions'>
        <button type='button' onClick={dump} aria-label={`Dump ${name}`}>Dump</button>
        <FileButton label={`Load a dump into ${name}`} text='Load' onChosen={load} />
        <button type='button' onClick={reset} aria-label={`Reset ${name}`}>Reset</button>
        <button type='button' onClick={drop} aria-label={`Drop ${name}`} class='danger'>Drop</button>
      </p>
      {mistakes.length > 0 && <div role='alert' class='is-wrong'><MistakeList mistakes={mistakes} /></div>}
    </li>
  )
}

function contentsOf ({ exchanges, resources, stubs }: World): string {
  const parts = [countText(resources, 'resource'), countText(stubs, 'stub'), countText(exchanges, 'exchange')]
  return `${parts[0]}, ${parts[1]} and ${parts[2]}`
}

export interface FileButtonProps {
  readonly text: string
  readonly label: string
  readonly onChosen: (file: File) => void
}

/** A button that has a file chosen. */
export function FileButton ({ label, onChosen, text }: FileButtonProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null)
  const choose = ({ currentTarget }: TargetedEvent<HTMLInputElement>): void => {
    const [file] = currentTarget.files ?? []
    // The same file can be chosen again once it was mended.
    currentTarget.value = ''
    if (file !== undefined) onChosen(file)
  }
  return (
    <>
      <input ref={input} type='file' accept='.json,application/json' hidden onChange={choose} />
      <button type='button' aria-label={label} onClick={() => input.current?.click()}>{text}</button>
    </>
  )
}
