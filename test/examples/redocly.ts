import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export interface RunOutput {
  readonly exitCode: number
  readonly output: string
}

/** Returns the function that runs `@redocly/cli`; `undefined` where that is not installed. */
export function findRedocly (): ((args: readonly string[]) => Promise<RunOutput>) | undefined {
  try {
    const path = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js')
    return existsSync(path) ? args => run(path, args) : undefined
  } catch {
    return undefined
  }
}

function run (program: string, args: readonly string[]): Promise<RunOutput> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' }
  return new Promise(resolve => {
    execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) => {
      const code = error?.code
      resolve({ exitCode: error === null ? 0 : typeof code === 'number' ? code : 1, output: stdout + stderr })
    })
  })
}
