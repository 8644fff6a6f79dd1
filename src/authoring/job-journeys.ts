import { capitalized, withArticle } from '../init/resource-name.ts'
import type { ArazzoStep, ArazzoWorkflow } from '../journeys/arazzo.ts'
import { formatDuration } from '../worlds/duration.ts'
import { create } from './arrange.ts'
import type { DeclaredOperation, DeclaredStage, DeclaredType } from './declared-operation.ts'
import { bodyExpression, findValues, toSiblings } from './find-values.ts'
import { poll } from './finish.ts'
import { inWorld } from './in-world.ts'
import type { JourneyAuthor } from './journey-author.ts'
import { endOf } from './lifecycle-end.ts'
import { readStatus, writeStatus } from './read-status.ts'
import type { Scribe, Sent } from './scribe.ts'

/** Writes a journey for each lifecycle of what an operation creates, to its last status, with its files. */
export async function jobJourneys (author: JourneyAuthor, creator: DeclaredOperation): Promise<ArazzoWorkflow[]> {
  const type = author.typeOf(creator.creates ?? '')
  if (type === undefined) return []
  const workflows: ArazzoWorkflow[] = []
  for (const [index, [name, stages]] of [...type.lifecycles].entries()) {
    const setup = index === 0 ? {} : { settings: { resources: { [type.id]: { lifecycle: name } } } }
    const written = await inWorld(author, async scribe => {
      if (!await writeLifecycle(scribe, creator, { type, stages })) return undefined
      const path = stages.map(({ status }) => status).join(' → ')
      const summary = `${capitalized(withArticle(type.name))} goes ${path}.`
      return scribe.workflow(`${creator.operation.name}-${name}`, summary)
    }, setup)
    workflows.push(...written)
  }
  return workflows
}

interface Lifecycle {
  readonly type: DeclaredType
  readonly stages: readonly DeclaredStage[]
}

async function writeLifecycle (
  scribe: Scribe,
  creator: DeclaredOperation,
  { stages, type }: Lifecycle
): Promise<boolean> {
  const end = endOf(type, stages)
  if (end === undefined || await create(scribe, creator) === undefined) return false
  const ended = await poll(scribe, type, end)
  if (ended === undefined) return false
  await writeDownload(scribe, ended)
  const index = stages.findIndex(({ status }) => status === end.status)
  for (const [at, { status }] of stages.entries()) {
    const before = stages[at - 1]?.ms
    if (at <= index || before === undefined) continue
    await scribe.target.wait(before)
    const seen = await readStatus(scribe, type, status)
    if (seen === undefined) return false
    writeStatus(scribe, seen, status, { 'x-standin-wait': formatDuration(before) })
  }
  return true
}

/** Adds the download of the files that a response names, with the sizes that it states. */
async function writeDownload (scribe: Scribe, sent: Sent): Promise<void> {
  const urls = findValues(sent.body, value => typeof value === 'string' && /\/__files\//.test(value))
  const [first] = urls
  if (first === undefined) return
  const { bytes } = await scribe.target.send(downloadOf(String(first.value)))
  const parent = first.pointer.slice(0, first.pointer.lastIndexOf('/'))
  const sizes = findValues(sent.body, value => value === bytes.length)
  const size = sizes.find(({ pointer }) => pointer.slice(0, pointer.lastIndexOf('/')) === parent)
  const write = (pointer: string): unknown => urls.length === 1
    ? bodyExpression(pointer)
    : { context: '$response.body', selector: toSiblings(pointer), type: 'jsonpath' }
  const download: ArazzoStep['x-standin-download'] = {
    url: write(first.pointer),
    ...size !== undefined && { size: write(size.pointer) }
  }
  sent.step['x-standin-download'] = download
}

function downloadOf (url: string): Parameters<Scribe['target']['send']>[0] {
  const values = { path: {}, query: {}, body: undefined }
  return { operation: undefined, method: 'GET', url, headers: {}, body: undefined, values }
}
