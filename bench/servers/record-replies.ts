import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ID_PLACE, withCounter } from '../load/plan.ts'
import type { Plan, PlannedRequest } from '../load/plan.ts'
import type { Reply } from './reply.ts'

/** How many answers are looked at: of those that are generated, each has another length. */
const SAMPLES = 25

/** Asks standin for what the bare servers shall answer, so that all send the same bodies. */
export async function recordReplies (url: string, { requests, followUp }: Plan, directory: string): Promise<Reply[]> {
  const [request] = requests
  if (request === undefined) return []
  const reply = await recordReply(url, request, directory)
  if (followUp === undefined) return [reply]
  const id = /"Id":"([^"]+)"/.exec(JSON.stringify(reply.body))?.[1] ?? ''
  return [reply, await recordReply(url, { ...followUp, body: followUp.body?.replace(ID_PLACE, id) ?? '' }, directory)]
}

/** The answer of median length. */
async function recordReply (url: string, request: PlannedRequest, directory: string): Promise<Reply> {
  const answers: Array<{ status: number, contentType: string, bytes: Buffer }> = []
  for (let count = 0; count < SAMPLES; count++) {
    const response = await fetch(url + request.path, {
      method: request.method,
      headers: { ...request.headers, ...request.body !== undefined && { 'content-type': 'application/json' } },
      ...request.body !== undefined && { body: withCounter(request.body, count) }
    })
    const contentType = response.headers.get('content-type') ?? ''
    answers.push({ status: response.status, contentType, bytes: Buffer.from(await response.arrayBuffer()) })
    if (!isJson(contentType)) break
  }
  answers.sort((a, b) => a.bytes.length - b.bytes.length)
  const { status, contentType, bytes } = answers[answers.length >> 1] ??
    answers[0] ?? { status: 500, contentType: '', bytes: Buffer.of() }
  const { method, path } = request
  if (isJson(contentType)) return { method, path, status, contentType, body: JSON.parse(bytes.toString()) }

  const file = join(directory, 'download')
  await writeFile(file, bytes)
  return { method, path, status, contentType, body: null, file }
}

/** One JSON value; JSON Lines are not. */
function isJson (contentType: string): boolean {
  return /^application\/(problem\+)?json\b/.test(contentType)
}
