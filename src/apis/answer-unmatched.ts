import type { FastifyReply, FastifyRequest } from 'fastify'
import { answerOutside, findRoutes } from './answer-outside.ts'
import type { Api } from './api.ts'
import { passUnmatched } from './pass-unmatched.ts'
import type { ChoosePassing } from './passing-choice.ts'
import { receivedFacts } from './received-facts.ts'
import { refuseUnmatched } from './refuse-unmatched.ts'
import { bodyOf, pathOf, queryOf } from './route-handler.ts'
import type { RouteHandler } from './route-handler.ts'
import { sendAnswer } from './send-answer.ts'
import { urlOf, worldNameOf } from './world-name-of.ts'

/** Answers a request that matches no operation. */
export type AnswerUnmatched = (request: FastifyRequest, reply: FastifyReply) => void

/**
 * Creates the handler of requests that match no operation: a stub for their path answers them, or they are refused.
 * `whenRead` has a handler answer once it has read the body, which a refusal does not need.
 */
export function answerUnmatched (
  apis: readonly Api[],
  whenRead: (handle: RouteHandler, choosePassing?: ChoosePassing) => AnswerUnmatched
): AnswerUnmatched {
  const refuse = refuseUnmatched(apis)
  const [first] = apis
  if (first === undefined) return refuse
  const { rowFiles, worlds } = first
  const passing = passUnmatched(apis)
  const pass = passing && whenRead(passing.handle, passing.choose)

  const answer = whenRead((request, reply, read) => {
    const body = bodyOf(read)
    const worldName = worldNameOf(request)
    const world = worlds.get(worldName)
    const facts = receivedFacts(request, worldName)
    const path = pathOf(facts.url)
    const raw = { query: queryOf(facts.url), headers: request.headers, body }
    const routes = findRoutes(world, facts.method, path)
    const answered = answerOutside(routes, { facts, path, raw, world, rowFiles })
    if (answered !== undefined) return sendAnswer(answered, world, reply)
    refuse(request, reply)
  })

  return (request, reply) => {
    const world = worlds.read(worldNameOf(request))
    const routes = findRoutes(world, request.method, pathOf(urlOf(request)))
    const choice = passing?.choose(request)
    if (choice !== undefined && (routes.length === 0 || choice.mode === 'always')) pass?.(request, reply)
    else if (routes.length === 0) refuse(request, reply)
    else answer(request, reply)
  }
}
