import type { Page } from 'playwright-core'
import { PAIRS } from '../cases/cases.ts'
import { runConstantRate } from '../load/constant-rate.ts'
import type { Plan } from '../load/plan.ts'
import { figure, spreadOf, spreadText } from '../report/spread.ts'
import type { Table } from '../report/table.ts'
import { startBrowser } from '../servers/browser.ts'
import { watchPage } from '../servers/page-watch.ts'
import type { Server } from '../servers/server-process.ts'
import { startStandin } from '../servers/standin.ts'
import type { Bench, Section } from './section.ts'
import { takeTurns } from './take-turns.ts'
import type { Measurement } from './take-turns.ts'

/** How many exchanges a second the page keeps up with, and for how long: ten thousand in all. */
const RATE = 500
const SECONDS = 20
const QUICK_SECONDS = 2

/** Measures the page while much happens: whether it stays fluid, and what it costs the server. */
export const page: Section = {
  name: 'page',
  title: 'The page',
  async run (bench) {
    const { browser, stop } = await startBrowser(bench.cores.load, bench.directory)
    const standin = await startStandin(bench.cores.server)
    try {
      const plan = await PAIRS.prepare(standin.url)
      const open = await browser.newPage()
      await openLive(open, standin)
      return [await watchLive(open, standin, plan, bench), await compareServers(open, plan, standin, bench)]
    } finally {
      await stop()
      await standin.stop()
    }
  }
}

async function openLive (open: Page, { url }: Server): Promise<void> {
  await open.goto(`${url}/__admin/#/live`)
  await open.getByRole('heading', { name: 'Live' }).waitFor()
}

async function watchLive (open: Page, { url }: Server, plan: Plan, bench: Bench): Promise<Table> {
  const seconds = bench.quick ? QUICK_SECONDS : SECONDS
  bench.say(`page: ${RATE * seconds} exchanges`)
  const report = await watchPage(open, async () => {
    await runConstantRate(bench.cores, url, plan, { rate: RATE, seconds, warmUpSeconds: 0 })
  })
  const { frames, heapAfter, heapBefore, longestFrameMs, longestTaskMs } = report
  return {
    title: `${figure(RATE * seconds)} exchanges at ${RATE}/s, with the page open at Live`,
    head: ['frames', 'longest frame, ms', 'longest task, ms', 'heap before, MiB', 'heap after, MiB'],
    rows: [[
      figure(frames),
      figure(longestFrameMs),
      figure(longestTaskMs),
      figure(heapBefore, 1),
      figure(heapAfter, 1)
    ]],
    notes: [
      'A frame is the time from one to the next; a task is of the main thread, and 0 where none took 50 ms. The ' +
      'heap is read after a collection. The page keeps the last 2,000 exchanges. The browser shares its core with the load.'
    ]
  }
}

/** Measures the same server in turn with the page open and without. */
async function compareServers (open: Page, plan: Plan, server: Server, bench: Bench): Promise<Table> {
  bench.say('page: throughput')
  const ratios: number[] = []
  const withPage: Measurement[] = []
  const without: Measurement[] = []
  for (let round = 0; round < bench.rounds; round++) {
    await open.goto('about:blank')
    without.push(await measure(server, plan, bench))
    await openLive(open, server)
    withPage.push(await measure(server, plan, bench))
    ratios.push(cpuOf(without.at(-1)) / cpuOf(withPage.at(-1)))
  }
  const rates = [without, withPage].map(rounds => {
    return figure(spreadOf(rounds.map(({ requestsPerSecond }) => requestsPerSecond)).median)
  })
  return {
    title: 'Throughput with the page open at Live, and without',
    head: ['without, requests/s', 'with, requests/s', 'with ÷ without, by processor time'],
    rows: [[...rates, spreadText(spreadOf(ratios))]],
    notes: [
      'In turn on one server. The ratio is of the requests that the server answers in a second of processor time, ' +
      'all that the page asks of it included: the browser takes time from the load generator, whose core it shares.'
    ]
  }
}

async function measure (server: Server, plan: Plan, bench: Bench): Promise<Measurement> {
  const [[measured] = []] = await takeTurns([{ server, plan }], { ...bench, rounds: 1 })
  if (measured === undefined) throw new Error('nothing was measured')
  return measured
}

function cpuOf (measured: Measurement | undefined): number {
  return measured?.cpuMicrosPerRequest ?? NaN
}
