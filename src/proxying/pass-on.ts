import { problemOf } from '../apis/problem-of.ts'
import { PathOutsideService, ProxyLoop } from '../errors.ts'
import type { SentMessage } from '../messages/sent-message.ts'
import type { SourceResponse } from '../responses/response-source.ts'
import type { RequestFacts } from '../simulation/scope.ts'
import { Passage, streamOf } from './passage.ts'
import { hasPassed, toServiceHeaders } from './to-service-headers.ts'
import { pathAtService } from './service-target.ts'
import type { Service } from './service.ts'

/**
 * Passes a request on to a service as it came, and follows no redirect. Resolves when its response has begun to come,
 * or with the problem that none does.
 */
export function passOn (service: Service, request: RequestFacts, message: SentMessage): Promise<SourceResponse> {
  const { pool, target, via } = service
  if (hasPassed(message.request, via)) return refuse(new ProxyLoop(target.origin))
  const path = pathAtService(target, request)
  if (path === undefined) return refuse(new PathOutsideService(request.url, target.origin + target.path))
  return new Promise(resolve => {
    const passage = new Passage(service, request, resolve)
    message.response.once('close', () => passage.leave())
    const headers = toServiceHeaders(message.request, request, via)
    pool.dispatch({ path, method: request.method, headers, body: bodyOf(message, headers) }, passage)
  })
}

async function refuse (error: Parameters<typeof problemOf>[0]): Promise<SourceResponse> {
  return { ...problemOf(error), isFinal: true }
}

/** Returns the body of a request as it came; a streamed one keeps the length that it states. */
function bodyOf ({ content, request }: SentMessage, headers: string[]): Buffer | ReturnType<typeof streamOf> | null {
  if (content.kind === 'read') return content.bytes ?? null
  const length = request.headers['content-length']
  if (length !== undefined) headers.push('content-length', length)
  return streamOf(request)
}
