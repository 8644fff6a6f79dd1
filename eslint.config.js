import neostandard, { plugins } from 'neostandard'

/** The folders of `src/`, each of which may import from those before it; those of one line do not know each other. */
const layers = [
  ['kits'],
  ['documents'],
  ['contract'],
  ['downgrades'],
  ['schemas', 'security'],
  ['messages'],
  ['validation'],
  ['worlds'],
  ['reports'],
  ['vocabulary'],
  ['simulation'],
  ['scenarios', 'handlers'],
  ['responses'],
  ['seeds'],
  ['refusals'],
  ['journal', 'callbacks', 'tls'],
  ['events', 'dumps', 'migration'],
  ['storage', 'replicas'],
  ['coverage'],
  ['har'],
  ['drift'],
  ['pact'],
  ['metrics', 'telemetry', 'console'],
  ['apis'],
  ['proxying'],
  ['editors'],
  ['page'],
  ['admin'],
  ['reload', 'init', 'types', 'journeys'],
  ['authoring'],
  ['learning'],
  ['verify'],
  ['cli']
]

/** Only these know Fastify at run time. */
const withFastify = ['apis', 'admin', 'reload', 'cli']

/** What stands above the admin API, and below what uses the server as a whole. */
const root = [
  'check-options',
  'index',
  'load-definitions',
  'load-replays',
  'load-seeding',
  'load-start',
  'options',
  'server',
  'standin-options',
  'state'
]

const clockGlobals = [
  { name: 'Date', message: 'Only worlds/clock.ts asks the system for the time.' },
  { name: 'setTimeout', message: 'Only worlds/clock.ts sets timers.' },
  { name: 'setInterval', message: 'Only worlds/clock.ts sets timers.' },
  { name: 'performance', message: 'Only worlds/clock.ts asks the system for the time.' }
]

/** Forbids a folder to import its neighbours and the folders after it, and Fastify unless it is one that knows it. */
function oneWay (folder, layer) {
  const above = layers.slice(layer).flat().filter(name => name !== folder)
  const isBelowRoot = layer <= layers.findIndex(names => names.includes('admin'))
  const files = isBelowRoot ? root : []
  const fastify = withFastify.includes(folder) ? [] : ['fastify', '@fastify/*', '!@fastify/error']
  const message = 'Dependencies point one way.'
  const group = [...above.map(name => `../${name}/**`), ...files.map(name => `../${name}.ts`), ...fastify]
  const rules = { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] }
  const loaded = [...above.map(name => `\\.\\/${name}\\/`), ...files.map(name => `^\\.\\.\\/${name}\\.ts$`)].join('|')
  if (loaded !== '') {
    const selector = `ImportExpression[source.value=/${loaded}/]`
    rules['no-restricted-syntax'] = ['error', { selector, message }]
  }
  return { files: [`src/${folder}/**`], rules }
}

/** Files that a command writes. */
const GENERATED = ['src/client/admin-api.ts', 'src/client/contracts.ts']

/** A text or a regular expression that cannot be broken, alone on its line or after the name of a member. */
const ONE_LITERAL = '^\\s*(?:[\\w-]+: )?(?:(["\'`]).*\\1|/[^*/].*/[a-z]*)[,)]*(?: as const)?$'

const maxLength = { code: 120, ignoreUrls: true, ignorePattern: ONE_LITERAL }

export default [
  ...neostandard({ ts: true, ignores: ['dist/**', 'site/**', '.cache/**', '.tap/**'] }),
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@typescript-eslint': plugins['typescript-eslint'].plugin },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error'
    }
  },
  ...layers.slice(0, -1).flatMap((names, layer) => names.map(folder => oneWay(folder, layer))),
  {
    files: ['src/**'],
    ignores: ['src/worlds/clock.ts', 'src/client/**', 'src/page/**'],
    rules: { 'no-restricted-globals': ['error', ...clockGlobals] }
  },
  { files: ['src/**'], ignores: ['src/cli/main.ts'], rules: { 'no-console': 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx', '*.js'],
    ignores: GENERATED,
    rules: { '@stylistic/max-len': ['error', maxLength] }
  }
]
