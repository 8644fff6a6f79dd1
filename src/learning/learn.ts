import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { loadContracts } from '../contract/load-contracts.ts'
import type { Contract } from '../contract/contract.ts'
import { createInvalidDocument } from '../documents/problem.ts'
import { isUrl } from '../documents/shown-path.ts'
import { InvalidDocument, NothingCompared } from '../errors.ts'
import type { RecordedExchange } from '../har/recorded-exchange.ts'
import { proveProposal } from '../init/prove-proposal.ts'
import type { StandinOptions } from '../standin-options.ts'
import { learnCallbacks } from './learn-callbacks.ts'
import { Downloads } from './learn-files.ts'
import { learnLesson } from './lesson.ts'
import type { Lesson } from './lesson.ts'
import { lessonText } from './lesson-text.ts'
import { observe } from './observe.ts'
import type { Observed } from './observe.ts'
import { LearningRedactor } from './redactor.ts'
import type { Replaced } from './redactor.ts'
import { replay } from './replay.ts'
import type { Replay } from './replay.ts'

export interface LearnOptions {
  /** The path of the OpenAPI document. */
  readonly document: string
  /** The folder that is written to. */
  readonly out: string
  /** The names of members whose values are kept; `all` for all. */
  readonly keep: readonly string[]
  readonly options: StandinOptions
}

/** What was learned, tried and written. */
export interface Learned {
  readonly told: readonly string[]
  readonly untold: readonly string[]
  readonly replaced: readonly Replaced[]
  readonly replay: Replay
  /** The files, by their paths below the folder, each with its text. */
  readonly files: ReadonlyMap<string, string>
  /** The name of the overlay among them; they lack it where a simulation was not learned. */
  readonly overlay: string
}

/**
 * Learns from a recording what a document does not say, tries it by replaying the recording, and leaves out what cannot
 * be used. Writes nothing. Rejects with `InvalidDocument`, and with `NothingCompared` where no exchange is for an
 * operation of the document.
 */
export async function learn (exchanges: readonly RecordedExchange[], options: LearnOptions): Promise<Learned> {
  const { document, keep, options: own, out } = options
  const contract = await loadOne(document, own)
  const observed = observe(exchanges, contract)
  if (observed.length === 0) {
    throw new NothingCompared(`none of ${exchanges.length} exchanges is for an operation of ${document}`)
  }
  const redactor = new LearningRedactor(keep)
  for (const { request } of observed) redactor.note(request)
  const proposal = await proveProposal(contract, document, own)
  const learned = learnLesson(observed, { contract, downloads: new Downloads(exchanges), proposal, redactor })
  const lesson = { ...learned, told: [...learned.told, ...learnCallbacks(exchanges, observed)] }
  const tried = await tryLesson(lesson, observed, { ...options, contract })
  const overlay = `${contract.name}.overlay.yaml`
  const head = { document, overlay: join(out, overlay), title: `What was learned of ${contract.name}` }
  const extended = encodeURI(relative(resolve(out), resolve(document)).replaceAll('\\', '/'))
  const files = new Map<string, string>()
  const { changes, root } = tried.lesson
  const hasActions = changes.length > 0 || Object.values(root).some(value => value !== undefined)
  if (hasActions) files.set(overlay, lessonText(tried.lesson, contract, { ...head, extends: extended }))
  for (const [file, value] of [...tried.lesson.fixtures, ...tried.lesson.seeds]) {
    files.set(`fixtures/${file}`, `${JSON.stringify(value, undefined, 2)}\n`)
  }
  const { told, untold } = tried.lesson
  return { told, untold, replaced: redactor.replaced(), replay: tried.replay, files, overlay }
}

/** Writes what was learned below a folder. */
export async function writeLearned ({ files }: Learned, folder: string): Promise<void> {
  for (const [file, text] of files) {
    const path = join(folder, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}

async function loadOne (document: string, options: StandinOptions): Promise<Contract> {
  if (isUrl(document)) {
    const message = `is a URL, and an overlay is for a file: download it, as in "curl -o api.yaml ${document}"`
    throw createInvalidDocument([{ file: document, message }])
  }
  const { fixtures, ...others } = options
  const [contract] = await loadContracts([document], others)
  if (contract !== undefined) return contract
  throw createInvalidDocument([{ file: document, message: 'is an overlay: name the document that it is for' }])
}

interface Tried {
  readonly lesson: Lesson
  readonly replay: Replay
}

/** What is left out of a lesson that cannot be used, one after the other. */
const LESS: ReadonlyArray<readonly [what: string, without: (lesson: Lesson) => Lesson]> = [
  ['the resources that were there before', lesson => ({ ...lesson, seeds: new Map() })],
  ['how requests are refused', lesson => ({ ...lesson, root: { ...lesson.root, refusals: undefined } })],
  ['the fixtures', lesson => ({ ...lesson, fixtures: new Map() })],
  ['the limit', lesson => ({ ...lesson, root: { ...lesson.root, limits: undefined } })],
  ['resources and operations', lesson => ({ ...lesson, root: {}, changes: [] })]
]

/** Replays a recording with what was learned from it, and with less where that cannot be used. */
async function tryLesson (
  lesson: Lesson,
  observed: readonly Observed[],
  options: LearnOptions & { readonly contract: Contract }
): Promise<Tried> {
  let tried = lesson
  for (const [what, without] of LESS) {
    try {
      return { lesson: tried, replay: await replayLesson(tried, observed, options) }
    } catch (error) {
      if (!(error instanceof InvalidDocument)) throw error
      const [first = ''] = error.message.split('\n')
      const reason = first.replace(/^\S*:\d+:\d+ /, '')
      tried = { ...without(tried), untold: [...tried.untold, `${what}, as it cannot be used: ${reason}`] }
    }
  }
  return { lesson: tried, replay: await replayLesson(tried, observed, options) }
}

async function replayLesson (
  lesson: Lesson,
  observed: readonly Observed[],
  { contract, document, options }: LearnOptions & { readonly contract: Contract }
): Promise<Replay> {
  const folder = await mkdtemp(join(tmpdir(), 'standin-learn-'))
  try {
    const overlay = join(folder, 'learned.overlay.yaml')
    const head = { document, overlay, title: '', extends: pathToFileURL(resolve(document)).href }
    await writeFile(overlay, lessonText(lesson, contract, head))
    const fixtures = join(folder, 'fixtures')
    await mkdir(fixtures)
    for (const [file, value] of [...lesson.fixtures, ...lesson.seeds]) {
      await mkdir(dirname(join(fixtures, file)), { recursive: true })
      await writeFile(join(fixtures, file), JSON.stringify(value))
    }
    const own = { ...options, openapi: [document], overlays: [...options.overlays ?? [], overlay], fixtures }
    return await replay(observed, { options: own, ids: lesson.ids })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
