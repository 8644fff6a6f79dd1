import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** A question that has to be answered before something is lost. */
export interface Question {
  readonly title: string
  /** What is lost. */
  readonly text: string
  /** The label of the button that does it. */
  readonly action: string
  readonly onConfirm: () => void
}

export interface ConfirmDialogProps {
  readonly question: Question
  /** Called when the dialog is closed, whatever the answer. */
  readonly onClose: () => void
}

/**
 * A dialog that asks before something is lost. The browser keeps the focus within it, closes it by Escape and gives the
 * focus back (HTML Living Standard, section 4.11.4).
 */
export function ConfirmDialog ({ onClose, question }: ConfirmDialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const close = (): void => dialog.current?.close()
  const confirm = (): void => {
    close()
    question.onConfirm()
  }
  return (
    <dialog
      ref={dialog} class='panel confirm' role='alertdialog' aria-labelledby='confirm-title'
      aria-describedby='confirm-text' onClose={onClose}
    >
      <h2 id='confirm-title'>{question.title}</h2>
      <p id='confirm-text'>{question.text}</p>
      <p class='actions'>
        <button type='button' autofocus onClick={close}>Cancel</button>
        <button type='button' class='primary' onClick={confirm}>{question.action}</button>
      </p>
    </dialog>
  )
}
