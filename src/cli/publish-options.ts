import { InvalidOption } from '../errors.ts'
import type { CommandOption } from './command-options.ts'
import { lastOf } from './flags.ts'
import type { Flags } from './flags.ts'
import type { Environment } from './list-settings.ts'
import type { Publishing } from '../pact/publishing.ts'

/** The options of commands that publish to a broker. */
export const PUBLISH_OPTIONS: readonly CommandOption[] = [
  { flag: 'publish', value: 'URL', help: 'broker to publish to', default: 'none' },
  { flag: 'broker-token', value: 'TOKEN', help: 'its token', default: '$PACT_BROKER_TOKEN' },
  { flag: 'broker-username', value: 'NAME', help: 'user of the broker', default: '$PACT_BROKER_USERNAME' },
  { flag: 'broker-password', value: 'TEXT', help: 'password of the user', default: '$PACT_BROKER_PASSWORD' },
  { flag: 'version', value: 'VERSION', help: 'version of what is published' },
  { flag: 'branch', value: 'NAME', help: 'branch of the version', default: 'none' },
  { flag: 'tag', value: 'NAME', help: 'tag of the version; may be repeated', default: 'none' },
  { flag: 'build-url', value: 'URL', help: 'page of the build', default: 'none' }
]

/** Reads where to publish to; `undefined` where nothing is published. Throws `InvalidOption`. */
export function readPublishing (flags: Flags['flags'], env: Environment): Publishing | undefined {
  const last = (name: string): string | undefined => lastOf(flags, name)
  const url = last('publish')
  if (url === undefined) {
    const stray = ['broker-token', 'broker-username', 'broker-password', 'branch', 'tag', 'build-url', 'version']
      .find(name => flags.has(name))
    if (stray === undefined) return undefined
    throw new InvalidOption(`--${stray}`, 'be given with --publish', 'without it')
  }
  if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
    throw new InvalidOption('--publish', 'be the address of a broker', JSON.stringify(url))
  }
  const version = last('version')
  if (version === undefined || version === '') {
    throw new InvalidOption('--version', 'be given with --publish, such as that of the commit', 'missing')
  }
  const username = last('broker-username') ?? (env.PACT_BROKER_USERNAME || undefined)
  const password = last('broker-password') ?? (env.PACT_BROKER_PASSWORD || undefined)
  return {
    url: url.replace(/\/+$/, ''),
    token: last('broker-token') ?? (env.PACT_BROKER_TOKEN || undefined),
    basic: username === undefined ? undefined : { username, password: password ?? '' },
    version,
    branch: last('branch'),
    tags: flags.get('tag') ?? [],
    buildUrl: last('build-url')
  }
}
