import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const toolsFolder = fileURLToPath(new URL('tools/', import.meta.url))

/** Why tests with the tools of Pact are skipped; `false` where they are installed. */
export const withoutTools: string | false = existsSync(join(toolsFolder, 'node_modules', '@pact-foundation'))
  ? false
  : 'the tools of Pact are not installed: npm ci --ignore-scripts --prefix test/pact/tools'

/** The results of a verification. */
export interface Verification {
  readonly result: boolean
  readonly interactionResults: ReadonlyArray<{ readonly description: string, readonly result: string }>
}

/** Has the verifier of Pact try pacts on a running stand-in. */
export async function verifyPacts (url: string, folder: string, pacts: readonly object[]): Promise<Verification> {
  const base = `${url}/~verifier`
  const options = {
    provider: 'standin',
    providerBaseUrl: base,
    pactUrls: await writePacts(folder, pacts),
    providerStatesSetupUrl: `${base}/__admin/pact/states`,
    providerStatesSetupTeardown: true,
    providerStatesSetupBody: true,
    transports: [{
      protocol: 'message',
      scheme: 'http',
      port: Number(new URL(url).port),
      path: '/~verifier/__admin/pact/messages'
    }],
    logLevel: 'error'
  }
  const script = fileURLToPath(new URL('run-verifier.ts', import.meta.url))
  const { output } = await run([script, toolsFolder, JSON.stringify(options)])
  const [, result] = /\nRESULT (.*)\n/.exec(output) ?? []
  if (result === undefined) throw new Error(output)
  return JSON.parse(result) as Verification
}

/** Has the validator of PactFlow compare a pact with a document. Returns its exit code and what it prints. */
export async function validatePact (folder: string, document: object, pact: object) {
  const [file = ''] = await writePacts(folder, [pact])
  const api = join(folder, 'openapi.json')
  await writeFile(api, JSON.stringify(document))
  const script = join(toolsFolder, 'node_modules/@pactflow/swagger-mock-validator/bin/swagger-mock-validator.mjs')
  return await run([script, api, file])
}

async function run (args: readonly string[]): Promise<{ readonly code: unknown, readonly output: string }> {
  return await new Promise(resolve => {
    execFile(process.execPath, args, { maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, output: stdout + stderr })
    })
  })
}

async function writePacts (folder: string, pacts: readonly object[]): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const files = pacts.map((_pact, index) => join(folder, `pact-${index}.json`))
  await Promise.all(files.map(async (file, index) => await writeFile(file, JSON.stringify(pacts[index]))))
  return files
}
