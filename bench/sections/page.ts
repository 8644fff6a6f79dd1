import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { PAIRS } from '../cases/cases.ts'
import { runConstantRate } from '../load/constant-rate.ts'
import type { Plan } from '../load/plan.ts'
import { figure, spreadOf, spreadText } from '../report/spread.ts'
import type { Table } from '../report/table.ts'
import { startBrowser } from '../servers/browser.ts'
import { watchPage } from '../servers/page-watch.ts'
import { cpuSeconds } from '../servers/process-usage.ts'
import type { Server } from '../servers/server-process.ts'
import { startStandin } from '../servers/standin.ts'
import type { Bench, Section } from './section.ts'

/** How many exchanges a second the page keeps up with, and for how long: ten thousand in all. */
const RATE = 500
const SECONDS = 20
const QUICK_SECONDS = 2

/** The rounds with the page and without. */
const ROUNDS = 5
const ROUND_SECONDS = 8
const SETTLE_MS = 2_000

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

/** Measures the processor time of the server for a request, in turn with the page open and without. */
async function compareServers (open: Page, plan: Plan, server: Server, bench: Bench): Promise<Table> {
  const withPage: number[] = []
  const without: number[] = []
  for (let round = 0; round < (bench.quick ? 1 : ROUNDS); round++) {
    bench.say(`page: round ${round + 1}`)
    await open.goto('about:blank')
    without.push(await microsPerRequest(server, plan, bench))
    await openLive(open, server)
    withPage.push(await microsPerRequest(server, plan, bench))
  }
  const ratios = without.map((micros, round) => micros / (withPage[round] ?? NaN))
  return {
    title: `Processor time of the server at ${RATE}/s, with the page open at Live and without`,
    head: ['without, µs/request', 'with, µs/request', 'throughput: with ÷ without'],
    rows: [[figure(spreadOf(without).median), figure(spreadOf(withPage).median), spreadText(spreadOf(ratios))]],
    notes: [
      'In turn on one server; all that the page asks of it is included. The ratio is of the requests that it answers ' +
      'in a second of processor time.'
    ]
  }
}

async function microsPerRequest ({ pid, url }: Server, plan: Plan, { cores, quick }: Bench): Promise<number> {
  // The page has to be loaded first, and has to read what was there.
  await sleep(quick ? 500 : SETTLE_MS)
  const seconds = quick ? QUICK_SECONDS : ROUND_SECONDS
  const before = cpuSeconds(pid) ?? NaN
  await runConstantRate(cores, url, plan, { rate: RATE, seconds, warmUpSeconds: 0 })
  return ((cpuSeconds(pid) ?? NaN) - before) / (RATE * seconds) * 1e6
}
