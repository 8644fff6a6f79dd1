import { formatDuration } from '../worlds/duration.ts'
import type { StepResult, WorkflowResult } from '../journeys/workflow-result.ts'

const MARKS: Readonly<Record<StepResult['status'], string>> = { passed: '✓', failed: '✗', skipped: '-' }

/** Writes the result of a workflow for people: a line for it, and one for each step. */
export function workflowText (result: WorkflowResult): string {
  const { message, status, steps, workflow } = result
  const width = Math.max(0, ...steps.map(({ step }) => step.id.length))
  const head = `${MARKS[status]} ${workflow.id}  ${workflow.file}:${workflow.place.line}`
  const own = message === undefined ? [] : [`    ${message}`]
  return [head, ...steps.flatMap(step => stepLines(step, width, result)), ...own].join('\n')
}

function stepLines (result: StepResult, width: number, { workflow }: WorkflowResult): string[] {
  const { faults, isHandled, status, step } = result
  const mark = isHandled ? '↪' : MARKS[status]
  const line = `  ${mark} ${step.id.padEnd(width)}  ${details(result).join(', ')}`.trimEnd()
  const where = faults.map(({ message, place }) => `      ${workflow.file}:${place.line}:${place.column} ${message}`)
  return [line, ...where]
}

function details ({ attempts, callback, exchanges, inner, step, waitedMs }: StepResult): string[] {
  const last = exchanges.findLast(({ isDownload }) => !isDownload)
  const downloads = exchanges.filter(({ isDownload }) => isDownload).length
  const { act } = step
  const found: string[] = []
  if (act.kind === 'workflow') found.push(`${inner?.workflow.id ?? act.workflow.id}, ${inner?.steps.length ?? 0} steps`)
  if (last !== undefined) {
    const { operation, method, url } = last.request
    found.push(`${operation?.id ?? `${method} ${url}`} ${last.response.status}`)
  }
  if (attempts > 1) found.push(`${attempts} attempts`)
  if (waitedMs > 0) found.push(`waited ${formatDuration(Math.round(waitedMs))}`)
  if (downloads > 0) found.push(`${downloads} ${downloads === 1 ? 'file' : 'files'}`)
  if (callback !== undefined) found.push('called back')
  return found
}

/** Writes how many workflows passed, failed and were skipped. */
export function verifySummary (results: readonly WorkflowResult[], tookMs: number): string {
  const count = (status: WorkflowResult['status']): number => results.filter(result => result.status === status).length
  const [failed, skipped] = [count('failed'), count('skipped')]
  const steps = results.reduce((sum, result) => sum + result.steps.length, 0)
  const parts = [
    `${count('passed')} of ${results.length - skipped} journeys passed (${steps} steps)`,
    ...failed > 0 ? [`${failed} failed`] : [],
    ...skipped > 0 ? [`${skipped} skipped`] : []
  ]
  return `${parts.join(', ')} in ${(tookMs / 1_000).toFixed(1)} s`
}
