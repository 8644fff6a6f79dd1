import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, release, totalmem, type } from 'node:os'
import type { Bench } from '../sections/section.ts'
import { installedVersion } from './versions.ts'

/** Describes the machine, the load generator and the versions, on which the figures depend. */
export function describeMachine ({ cores, load, peers, rounds, roundSeconds }: Bench): string[] {
  const pinning = cores.server === undefined
    ? 'server and load generator share all cores, for they cannot be kept apart here'
    : `the server has core ${cores.server} to itself, the load generator core ${cores.load}`
  const processor = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores`
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  return [
    `Machine: ${processor}, ${memory}, ${type()} ${release()}; ${pinning}`,
    `Load generator: ${load.name}; ${rounds} rounds of ${roundSeconds} s, the servers taking turns`,
    `Versions: ${versions(peers).map(([name, version]) => `${name} ${version}`).join(', ')}`
  ]
}

function versions (peers: boolean): Array<readonly [string, string]> {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  return [
    ['standin', version],
    ['Node', process.versions.node],
    ['Fastify', installedVersion('fastify') ?? 'unknown'],
    ...peers ? [['Java', javaVersion()] as const] : []
  ]
}

function javaVersion (): string {
  const { stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' })
  return /version "([^"]+)"/.exec(stderr ?? '')?.[1] ?? 'not installed'
}
