import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArguments, USAGE } from './arguments.ts'
import type { Arguments } from './arguments.ts'
import { createLoadGenerator } from './load/load-generator.ts'
import { describeMachine } from './report/machine.ts'
import { tableText } from './report/table.ts'
import { against as otherCheckout } from './sections/against.ts'
import { generated } from './sections/generated.ts'
import { growth } from './sections/growth.ts'
import { latency } from './sections/latency.ts'
import { memory } from './sections/memory.ts'
import { page } from './sections/page.ts'
import { peers as otherProducts } from './sections/peers.ts'
import { proxy } from './sections/proxy.ts'
import type { Bench, Section } from './sections/section.ts'
import { start } from './sections/start.ts'
import { switches } from './sections/switches.ts'
import { throughput } from './sections/throughput.ts'
import { chooseCores } from './servers/cores.ts'

const SECTIONS: readonly Section[] = [
  start,
  throughput,
  generated,
  switches,
  proxy,
  otherProducts,
  growth,
  memory,
  latency,
  page
]
const QUICK_ROUNDS = { rounds: 2, roundSeconds: 0.3, warmUpSeconds: 0.3 }
const FULL_ROUNDS = { rounds: 11, roundSeconds: 0.6, warmUpSeconds: 1.5 }
const ROOT = new URL('..', import.meta.url).pathname
const RESULTS = new URL('results.md', import.meta.url).pathname

const options = readArguments()
const directory = mkdtempSync(join(tmpdir(), 'standin-bench-'))
process.on('exit', () => rmSync(directory, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))
try {
  await run(options)
} catch (error) {
  console.error((error as Error).message)  // nothing else is thrown here
  process.exitCode = 1
}
// Open connections would keep the process running for some seconds.
process.exit()

async function run ({ against, build, only, peers, quick }: Arguments): Promise<void> {
  if (build) buildProduct()
  const cores = chooseCores()
  const bench: Bench = {
    cores,
    load: createLoadGenerator(cores, directory),
    directory,
    quick,
    against,
    peers: peers || only.includes(otherProducts.name),
    ...quick ? QUICK_ROUNDS : FULL_ROUNDS,
    say: text => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`)
  }
  const report = [heading(bench)]
  for (const section of chooseSections({ against, only, peers })) {
    const text = await sectionText(section, bench)
    console.log(`\n${text}\n`)
    report.push(text)
  }
  if (quick || only.length > 0 || against !== undefined) {
    return console.error('Not a full run: bench/results.md is left as it is')
  }
  await writeFile(RESULTS, `${report.join('\n\n')}\n`)
}

function chooseSections ({ against, only, peers }: Pick<Arguments, 'against' | 'only' | 'peers'>): readonly Section[] {
  if (against !== undefined) return [otherCheckout]
  if (only.length > 0) return SECTIONS.filter(({ name }) => only.includes(name))
  return SECTIONS.filter(({ name }) => peers || name !== otherProducts.name)
}

function buildProduct (): void {
  const { status } = spawnSync('npm', ['run', 'build', '--silent'], { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) throw new Error('It does not build; --no-build measures what dist/ holds')
}

/** Runs a section and returns its text, or the reason why it failed. */
async function sectionText ({ run, title }: Section, bench: Bench): Promise<string> {
  try {
    const tables = await run(bench)
    return [`## ${title}`, ...tables.map(tableText)].join('\n\n')
  } catch (error) {
    return `## ${title}\n\nNot measured: ${(error as Error).message}`  // nothing else is thrown there
  }
}

function heading (bench: Bench): string {
  const date = new Date().toISOString().slice(0, 10)
  return `# Results of the benchmark

Written by \`npm run bench\` on ${date}. What is measured, and how, is in [README.md](README.md).

${describeMachine(bench).map(line => `- ${line}`).join('\n')}`
}

function readArguments (): Arguments {
  try {
    return parseArguments(process.argv.slice(2), SECTIONS.map(({ name }) => name))
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`)  // nothing else is thrown there
    process.exit(2)
  }
}
