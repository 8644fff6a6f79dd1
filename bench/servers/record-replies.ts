import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ID_PLACE, withCounter } from '../load/plan.ts'
import type { Plan, PlannedRequest } from '../load/plan.ts'
import type { Reply } from './reply.ts'

/** How many responses are recorded, as generated ones differ in length. */
const SAMPLES = 25

/** Records the responses of standin for the bare servers, so that all send the same bodies. */
export async function recordReplies (url: string, { requests, followUp }: Plan, directory: string): Promise<Reply[]> {
  const [request] = requests
  if (request === undefined) return []
  const reply = await recordReply(url, request, directory)
  if (followUp === undefined) return [reply]
  const id = /"Id":"([^"]+)"/.exec(JSON.stringify(reply.body))?.[1] ?? ''
  return [reply, await recordReply(url, { ...followUp, body: followUp.body?.replace(ID_PLACE, id) ?? '' }, directory)]
}

/** Records a response of median length. */
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
  const median = answers[answers.length >> 1]
  if (median === undefined) throw new Error('No answer was recorded')
  const { status, contentType, bytes } = median
  const { method, path } = request
  if (isJson(contentType)) return { method, path, status, contentType, body: JSON.parse(bytes.toString()) }

  const file = join(directory, 'download')
  await writeFile(file, bytes)
  return { method, path, status, contentType, body: null, file }
}

/** Returns whether a media type is one JSON value; JSON Lines are not. */
function isJson (contentType: string): boolean {
  return /^application\/(problem\+)?json\b/.test(contentType)
}
