import { formatDuration } from '../worlds/duration.ts'
import { MissingValue } from './compile-value.ts'
import type { Step } from './journey.ts'
import type { JourneyContext, ParsedCallback, ParsedResponse } from './journey-context.ts'
import type { JourneyRun } from './journey-run.ts'
import { parsedBody } from './parsed-body.ts'
import { TargetFailed } from './target.ts'
import type { JourneyRequest } from './target.ts'
import type { JourneyExchange, StepFault, WorkflowResult } from './workflow-result.ts'
import { writeRequest } from './write-request.ts'

/** The outcome of one attempt of a step. */
export interface Attempt {
  readonly faults: readonly StepFault[]
  readonly exchanges: readonly JourneyExchange[]
  readonly callback: ParsedCallback | undefined
  readonly inner: WorkflowResult | undefined
  /** The values that the actions and outputs of the step can name. */
  readonly context: JourneyContext
}

/** Makes one attempt of a step that sends a request. */
export async function attemptRequest (step: Step, attempt: number, run: JourneyRun): Promise<Attempt> {
  const sent: Sent = { step, attempt, run, exchanges: [], faults: [] }
  let context = run.context()
  try {
    const request = writeRequest(step, context)
    const response = await send(request, sent, false)
    const callback = await awaitCallback(sent)
    context = run.context({ exchange: { request, response }, message: callback })
    sent.faults.push(...listFaults(step, context))
    if (sent.faults.length === 0) await download(context, sent)
    return { ...sent, callback, inner: undefined, context }
  } catch (error) {
    if (!(error instanceof MissingValue || error instanceof TargetFailed)) throw error
    sent.faults.push({ message: error.message, place: step.place })
    return { ...sent, callback: undefined, inner: undefined, context }
  }
}

/** An attempt while it is made. */
interface Sent {
  readonly step: Step
  readonly attempt: number
  readonly run: JourneyRun
  readonly exchanges: JourneyExchange[]
  readonly faults: StepFault[]
}

async function send (request: JourneyRequest, sent: Sent, isDownload: boolean): Promise<ParsedResponse> {
  const { attempt, exchanges, run: { options, target, workflow }, step } = sent
  const at = target.now()
  const refusal = isDownload ? undefined : step.refusal
  const received = await target.send(request, { timeoutMs: step.timeoutMs, refusal })
  const response = { ...received, body: isDownload ? undefined : parsedBody(received.bytes, received.headers) }
  const exchange = { workflow, step, attempt, isDownload, request, response, at }
  exchanges.push(exchange)
  for (const { exchanged } of options.observers ?? []) await exchanged?.(exchange, target)
  return response
}

async function awaitCallback ({ faults, run, step }: Sent): Promise<ParsedCallback | undefined> {
  const { callback: awaited } = step
  if (awaited === undefined) return undefined
  const received = await run.target.nextCallback(awaited.withinMs)
  if (received === undefined) {
    const name = awaited.name === undefined ? 'no callback' : `the callback ${awaited.name}`
    const verb = awaited.name === undefined ? 'came' : 'did not come'
    faults.push({ message: `${name} ${verb} within ${formatDuration(awaited.withinMs)}`, place: step.place })
    return undefined
  }
  const callback = { ...received, payload: parsedBody(received.bytes, received.headers) }
  for (const { calledBack } of run.options.observers ?? []) await calledBack?.(callback, step, run.target)
  return callback
}

/** Lists the criteria of a step that fail; without criteria, a status of success passes. */
export function listFaults (step: Step, context: JourneyContext): StepFault[] {
  const { criteria, place, refusal } = step
  const status = context.exchange?.response.status
  if (criteria.length === 0 && status !== undefined) {
    const isRefused = refusal !== undefined && refusal !== 'replay'
    if ((status >= 400) === isRefused) return []
    const expected = isRefused ? 'a refusal' : 'a success'
    return [{ message: `the response is ${status}, where ${expected} was expected`, place }]
  }
  const faults: StepFault[] = []
  for (const criterion of criteria) {
    const message = criterion.fault(context)
    if (message === undefined) continue
    // A response that is an error says more than what it lacks.
    const isError = status !== undefined && status >= 400 && !criterion.text.includes('$statusCode')
    const own = isError ? `${message} (the response is ${status})` : message
    faults.push({ message: own, place: criterion.place, criterion })
  }
  return faults
}

async function download (context: JourneyContext, sent: Sent): Promise<void> {
  const { download, place } = sent.step
  if (download === undefined) return
  const urls = [download.url(context)].flat()
  const sizes = [download.size?.(context)].flat()
  if (urls[0] === undefined) sent.faults.push({ message: 'there is no URL to download from', place })
  for (const [index, url] of urls.entries()) {
    if (typeof url !== 'string') continue
    const { bytes, status } = await send(downloadOf(url), sent, true)
    const size = sizes[index]
    if (status !== 200) sent.faults.push({ message: `the download of ${url} gets ${status}`, place })
    else if (size !== undefined && Number(size) !== bytes.length) {
      const message = `the file at ${url} has ${bytes.length} bytes, where ${String(size)} were stated`
      sent.faults.push({ message, place })
    }
  }
}

function downloadOf (url: string): JourneyRequest {
  const values = { path: {}, query: {}, body: undefined }
  return { operation: undefined, method: 'GET', url, headers: {}, body: undefined, values }
}
