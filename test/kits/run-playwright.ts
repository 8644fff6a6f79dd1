import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Test } from 'tap'
import { childEnvironment } from '../child-environment.ts'
import { chromiumPath } from '../open-browser.ts'

/** How a test of Playwright went. */
export interface PlaywrightResult {
  readonly title: string
  readonly status: string
  readonly errors: readonly string[]
  /** Its attachments by name, as text. */
  readonly attached: Readonly<Record<string, string>>
}

/** A part of the JSON report of Playwright. */
interface Report {
  readonly errors?: ReadonlyArray<{ readonly message: string }>
  readonly suites: readonly Suite[]
}

interface Suite {
  readonly specs: ReadonlyArray<{
    readonly title: string
    readonly tests: ReadonlyArray<{ readonly results: readonly Result[] }>
  }>
  readonly suites?: readonly Suite[]
}

interface Result {
  readonly status: string
  readonly errors: ReadonlyArray<{ readonly message?: string }>
  readonly attachments: ReadonlyArray<{ readonly name: string, readonly body?: string }>
}

const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js')

/**
 * Runs a file of tests with Playwright's own runner and the browser of this machine. Returns how each went, in the
 * order of the file.
 * @param use The options of its configuration.
 */
export async function runPlaywright (t: Test, spec: string, use: object): Promise<PlaywrightResult[]> {
  const launchOptions = { executablePath: chromiumPath, args: ['--no-sandbox'] }
  const config = { use: { ...use, launchOptions }, reporter: 'json', workers: 1, outputDir: './results' }
  const folder = t.testdir({
    'playwright.config.ts': `export default ${JSON.stringify(config)}\n`,
    'a.spec.ts': spec
  })
  const report = await new Promise<string>(resolve => {
    // It ends with 1 where a test fails, which the report tells too.
    const options = { cwd: folder, env: childEnvironment(), maxBuffer: 1 << 24 }
    execFile(process.execPath, [cli, 'test'], options, (_error, stdout, stderr) => resolve(stdout || stderr))
  })
  const { errors = [], suites } = readReport(report)
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
  return suites.flatMap(listResults)
}

function readReport (text: string): Report {
  try {
    return JSON.parse(text) as Report
  } catch {
    throw new Error(`Playwright printed no report:\n${text}`)
  }
}

function listResults ({ specs, suites = [] }: Suite): PlaywrightResult[] {
  const own: PlaywrightResult[] = []
  for (const { tests, title } of specs) {
    for (const { attachments, errors, status } of tests.flatMap(({ results }) => results)) {
      const attached = attachments.map(({ body = '', name }) => [name, Buffer.from(body, 'base64').toString()])
      own.push({
        title,
        status,
        errors: errors.map(({ message = '' }) => message),
        attached: Object.fromEntries(attached)
      })
    }
  }
  return [...own, ...suites.flatMap(listResults)]
}
