import { setTimeout as sleep } from 'node:timers/promises'
import { COMMAND, GENERATED, INVALID, PAIRS } from '../cases/cases.ts'
import type { Plan } from '../load/plan.ts'
import { figure } from '../report/spread.ts'
import type { Table } from '../report/table.ts'
import { residentMiB } from '../servers/process-usage.ts'
import type { Server } from '../servers/server-process.ts'
import { call, startStandin } from '../servers/standin.ts'
import type { Bench, Section } from './section.ts'

/** After how many requests memory is read. */
const MARKS = [0, 10_000, 100_000, 250_000, 500_000, 750_000, 1_000_000]
const QUICK_MARKS = [0, 2_000, 10_000]

/** A document whose operation accepts any JSON. */
const NOTES = new URL('../documents/notes.yaml', import.meta.url).pathname

/** So that a world is full long before the first 100,000 requests, and whatever grows after them is a leak. */
const MAX_RESOURCES = '5000'

/** How far the clock is advanced after each stretch of traffic, in minutes. */
const MINUTES = 3

/** The longest duration of the section on a slow machine, in milliseconds. */
const DEADLINE_MS = 300_000

interface Sample {
  readonly requests: number
  readonly minutes: number
  readonly mebibytes: number
}

/** Measures whether memory stays the same under many requests over a long time. */
export const memory: Section = {
  name: 'memory',
  title: 'Memory',
  async run (bench) {
    return [await underMixedTraffic(bench), await underLargeBodies(bench)]
  }
}

/** After how many large bodies memory is read. */
const LARGE_MARKS = [0, 100, 250, 500, 1_000, 1_500, 2_000]
const QUICK_LARGE_MARKS = [0, 20, 60]

/** The memory that a server keeps to under large bodies, in MiB. */
const LARGE_BOUND = 512

async function underMixedTraffic (bench: Bench): Promise<Table> {
  const standin = await startStandin(bench.cores.server, ['--max-resources', MAX_RESOURCES])
  try {
    const samples = await sampleMemory(standin, bench)
    return {
      title: 'Resident memory under mixed traffic',
      head: ['requests', "minutes by the world's clock", 'resident MiB'],
      rows: samples.map(toRow),
      notes: [
        'Of thirteen requests, four add a job, four read it, four are ET commands with a new uuid each, and one ' +
        'gets a generated reply; every fourth stretch of time, invalid requests only.',
        `The clock is advanced by ${MINUTES} minutes after each stretch, beside its own run. The world may hold ` +
        `${MAX_RESOURCES} resources, so that it is full early; all else is as by default.`
      ]
    }
  } finally {
    await standin.stop()
  }
}

/** Sends bodies of 1 MiB whose values take many times as much, one after the other. */
async function underLargeBodies (bench: Bench): Promise<Table> {
  const standin = await startStandin(bench.cores.server, [NOTES])
  const body = `[${'{},'.repeat(349_000)}{}]`
  const rows: string[][] = []
  try {
    let sent = 0
    for (const mark of bench.quick ? QUICK_LARGE_MARKS : LARGE_MARKS) {
      for (; sent < mark; sent++) await sendNotes(standin.url, body)
      bench.say(`memory: ${figure(sent)} large bodies`)
      rows.push([figure(sent), figure(residentMiB(standin.pid), 1)])
    }
  } finally {
    await standin.stop()
  }
  return {
    title: 'Resident memory under bodies of 1 MiB',
    head: ['requests', 'resident MiB'],
    rows,
    notes: [`Each body is a list of 349,001 empty objects, and all is as by default. The bound is ${LARGE_BOUND} MiB.`]
  }
}

async function sendNotes (url: string, body: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const { status } = await fetch(`${url}/notes`, { method: 'POST', headers, body })
  if (status !== 204) throw new Error(`A large body was answered with ${status}`)
}

function toRow ({ mebibytes, minutes, requests }: Sample): string[] {
  return [figure(requests), figure(minutes), figure(mebibytes, 1)]
}

async function sampleMemory ({ pid, url }: Server, bench: Bench): Promise<Sample[]> {
  const marks = bench.quick ? QUICK_MARKS : MARKS
  const deadline = performance.now() + DEADLINE_MS
  const mixed = await mixOf(url)
  const plans = [mixed, mixed, mixed, await INVALID.prepare(url)]
  const samples: Sample[] = []
  let requests = 0
  for (let stretch = 0; ; stretch++) {
    const mark = marks[samples.length]
    if (mark === undefined) return samples
    if (requests >= mark) {
      bench.say(`memory: ${figure(requests)} requests`)
      await sleep(500)
      samples.push({ requests, minutes: stretch * MINUTES, mebibytes: residentMiB(pid) })
    }
    if (performance.now() > deadline) return samples
    requests += (await bench.load.run(url, plans[stretch % plans.length] ?? mixed, bench.quick ? 0.3 : 2)).requests
    await call(`${url}/__admin/clock/advance`, { body: { by: `PT${MINUTES}M` } })
  }
}

/** Returns a plan with the requests of several cases in turn. */
async function mixOf (url: string): Promise<Plan> {
  const pairs = await PAIRS.prepare(url)
  const changes = [...pairs.requests, ...(await COMMAND.prepare(url)).requests]
  const { requests: generated } = await GENERATED.prepare(url)
  return { ...pairs, requests: [...changes, ...changes, ...changes, ...changes, ...generated] }
}
