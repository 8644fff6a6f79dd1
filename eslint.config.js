import neostandard, { plugins } from 'neostandard'

const fastifyAndEdges = ['fastify', '@fastify/*', '**/apis/**', '**/admin/**', '**/reload/**', '**/cli/**', '**/server.ts']

const clockGlobals = [
  { name: 'Date', message: 'Only worlds/clock.ts asks the system for the time.' },
  { name: 'setTimeout', message: 'Only worlds/clock.ts sets timers.' },
  { name: 'setInterval', message: 'Only worlds/clock.ts sets timers.' },
  { name: 'performance', message: 'Only worlds/clock.ts asks the system for the time.' }
]

/** What each folder must not import, so that dependencies point one way. */
const layers = {
  contract: ['validation', 'worlds', 'simulation', 'modules', 'scenarios', 'responses', 'journal', 'callbacks', 'proposals'],
  validation: ['worlds', 'simulation', 'modules', 'scenarios', 'responses', 'journal', 'callbacks', 'proposals'],
  worlds: ['simulation', 'modules', 'scenarios', 'responses', 'journal', 'callbacks', 'proposals'],
  simulation: ['modules', 'scenarios', 'responses', 'journal', 'callbacks', 'proposals'],
  modules: ['scenarios', 'responses', 'journal', 'callbacks', 'proposals'],
  scenarios: ['modules', 'responses', 'journal', 'callbacks', 'proposals'],
  responses: ['journal', 'callbacks', 'proposals'],
  journal: ['callbacks', 'proposals'],
  callbacks: ['proposals'],
  proposals: ['scenarios', 'journal', 'callbacks']
}

export default [
  ...neostandard({ ts: true, ignores: ['dist/**', '.tap/**'] }),
  { files: ['**/*.ts'], plugins: { '@typescript-eslint': plugins['typescript-eslint'].plugin }, rules: { '@typescript-eslint/no-explicit-any': 'error', '@typescript-eslint/no-non-null-assertion': 'error' } },
  ...Object.entries(layers).map(([folder, above]) => ({
    files: [`src/${folder}/**`],
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [{ group: [...fastifyAndEdges, '!@fastify/error', ...above.map(name => `**/${name}/**`)], message: 'Dependencies point one way.' }]
      }]
    }
  })),
  { files: ['src/**'], ignores: ['src/worlds/clock.ts', 'src/client/**'], rules: { 'no-restricted-globals': ['error', ...clockGlobals] } },
  { files: ['src/**'], ignores: ['src/cli/main.ts'], rules: { 'no-console': 'error' } }
]
