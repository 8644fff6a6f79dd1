import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Test } from 'tap'
import { parse } from 'yaml'
import { childEnvironment } from '../child-environment.ts'

const ROOT = new URL('../../', import.meta.url).pathname

/** A composite action, as far as the tests use it. */
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly outputs: Readonly<Record<string, { readonly value: string }>>
  readonly runs: { readonly using: string, readonly steps: readonly ActionStep[] }
}

interface ActionStep {
  readonly id: string
  readonly shell: string
  readonly env: Readonly<Record<string, string>>
  readonly run: string
}

/** How a run of the action went. */
export interface ActionResult {
  readonly exitCode: number | null
  readonly stdout: string
  readonly outputs: Readonly<Record<string, string>>
}

type Inputs = Readonly<Record<string, string>>

export const action: Action = parse(readFileSync(`${ROOT}action.yml`, 'utf8'))

/** Stands for npx: prints how it was called, and runs the sources. */
const NPX = `#!/usr/bin/env bash
printf '<%s>' "$@"
echo
shift 2
exec "${process.execPath}" "${ROOT}src/cli/main.ts" "$@"
`

/**
 * Runs the step of the action as a runner does, on a free port. What it starts ends with the test.
 * @param node A script that stands for Node.js.
 */
export async function runAction (t: Test, inputs: Inputs, node?: string): Promise<ActionResult> {
  const folder = writeCommands(t, { npx: NPX, ...node !== undefined && { node } })
  const outputFile = `${folder}/outputs`
  writeFileSync(outputFile, '')
  const [step] = action.runs.steps
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? ''], {
    cwd: folder,
    env: {
      ...childEnvironment(),
      ...environmentOf(inputs),
      PATH: `${folder}:${dirname(process.execPath)}:${process.env.PATH}`,
      RUNNER_TEMP: folder,
      GITHUB_OUTPUT: outputFile
    }
  })
  const [stdout, stderr, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  const outputs = readOutputs(outputFile)
  if (outputs.pid !== undefined) t.teardown(() => process.kill(Number(outputs.pid)))
  return { exitCode, stdout: stdout + stderr, outputs }
}

/** Writes scripts into a folder for the PATH, which is removed with the test. */
function writeCommands (t: Test, scripts: Readonly<Record<string, string>>): string {
  const folder = `${t.testdirName}-action`
  mkdirSync(folder, { recursive: true })
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, script] of Object.entries(scripts)) writeFileSync(`${folder}/${name}`, script, { mode: 0o755 })
  return folder
}

/** Returns the variables of the step, from inputs and their defaults. */
function environmentOf (inputs: Inputs): Inputs {
  const given: Inputs = { port: '0', ...inputs }
  const environment: Record<string, string> = {}
  for (const [variable, value] of Object.entries(action.runs.steps[0]?.env ?? {})) {
    const name = /inputs\.(\w+)/.exec(value)?.[1] ?? ''
    environment[variable] = given[name] ?? action.inputs[name]?.default ?? ''
  }
  return environment
}

function readOutputs (file: string): Inputs {
  const outputs: Record<string, string> = {}
  for (const [, name = '', value = ''] of readFileSync(file, 'utf8').matchAll(/^(\w+)=(.*)$/gm)) outputs[name] = value
  return outputs
}
