import type { FastifyRequest } from 'fastify'
import type { PassingMode } from '../messages/proxy-mode.ts'
import { proxyMode } from '../worlds/settings.ts'
import type { OperationContext } from './api.ts'
import type { ChooseOperation } from './list-routes.ts'
import { isActed } from './passing-ways.ts'
import { worldNameOf } from './world-name-of.ts'

/** How a request may be passed on. */
export interface PassingChoice {
  readonly mode: PassingMode
  /** Whether its body is read as a whole, because the stand-in may answer itself. */
  readonly isWhole: boolean
}

/** Returns how a request may be passed on; `undefined` where it is not. */
export type ChoosePassing = (request: FastifyRequest) => PassingChoice | undefined

/** Creates the choice for requests to some operations; `undefined` where none has a service. */
export function createPassingChoice (
  contexts: readonly OperationContext[],
  choose: ChooseOperation
): ChoosePassing | undefined {
  if (contexts.every(({ api }) => api.upstream === undefined)) return undefined
  return request => {
    const context = choose(request)
    const { api: { upstream, worlds }, operation } = context
    if (upstream === undefined) return undefined
    const { settings } = worlds.get(worldNameOf(request))
    const mode = proxyMode(settings, operation, upstream.mode)
    if (mode === 'never') return undefined
    return { mode, isWhole: mode === 'unmatched' && isActed(context) }
  }
}
