import { readFile } from 'node:fs/promises'
import { DEFAULT_CONNECTIONS, ID_PLACE, withCounter } from './plan.ts'
import type { Plan, PlannedRequest } from './plan.ts'
import type { LoadReport } from './load-report.ts'

/** The part of autocannon that is used here. */
type Autocannon = (options: object) => Promise<{
  readonly requests: { readonly total: number }
  readonly throughput: { readonly total: number }
  readonly duration: number
  readonly errors: number
  readonly timeouts: number
  readonly '4xx': number
  readonly '5xx': number
}>

/** The state of a connection between a response and the next request. */
interface Context {
  id?: string
}

interface Job {
  readonly url: string
  readonly plan: Plan
  readonly seconds: number
  readonly counter: number
}

const job: Job = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8'))
// A variable, as the compiler does not find the package: it is installed only for the benchmark.
const moduleName = 'autocannon'
const { default: autocannon }: { default: Autocannon } = await import(moduleName)
console.log(JSON.stringify(await run(job)))

async function run ({ url, plan, seconds, counter }: Job): Promise<LoadReport> {
  const { connections = DEFAULT_CONNECTIONS } = plan
  let count = counter
  const inTurn = (request: PlannedRequest): object => {
    const setupRequest = (sent: object): object => {
      return { ...sent, body: request.body && withCounter(request.body, ++count) }
    }
    return { ...common(request), setupRequest }
  }
  const requests = plan.requests.map(inTurn)
  if (plan.followUp !== undefined) requests.push(...withFollowUp(requests.pop() ?? {}, plan.followUp))

  const result = await autocannon({ url, connections, duration: seconds, requests, timeout: 10 })
  return {
    requests: result.requests.total,
    seconds: result.duration,
    bytes: result.throughput.total,
    refusals: result['4xx'] + result['5xx'],
    failures: result.errors + result.timeouts
  }
}

function common ({ method, path, headers, body }: PlannedRequest): object {
  const contentType = body === undefined ? {} : { 'content-type': 'application/json' }
  return { method, path, headers: { ...headers, ...contentType }, body }
}

function withFollowUp (request: object, followUp: PlannedRequest): object[] {
  const onResponse = (_status: number, body: string, context: Context): void => {
    context.id = /"Export":\{"Id":"([^"]+)"/.exec(body)?.[1]
  }
  const setupRequest = (sent: object, { id = '' }: Context): object => {
    return { ...sent, body: followUp.body?.replace(ID_PLACE, id) }
  }
  return [{ ...request, onResponse }, { ...common(followUp), setupRequest }]
}
