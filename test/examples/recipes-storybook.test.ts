import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { startStandin } from '../../src/testing.ts'
import { compile } from '../compile.ts'
import { bundle } from './bundle.ts'
import { saveFiles, stageRecipe } from './play-recipe.ts'

// Storybook is not installed: its types are declared as far as the recipe uses them, and the test plays its part.
const TYPES = `declare module '@storybook/react-vite' {
  interface Context { readonly id: string, readonly parameters: Record<string, unknown> }
  export type Loader = (context: Context) => Promise<Record<string, unknown>>
  export interface Preview { readonly loaders?: readonly Loader[] }
}
`

interface Story {
  readonly parameters?: Record<string, unknown>
}

interface Preview {
  readonly loaders: ReadonlyArray<(context: Required<Story> & { readonly id: string }) => Promise<{ api: string }>>
}

t.test('the loader is held to the types', async t => {
  const folder = stageRecipe(t)
  const [preview = ''] = saveFiles(folder, 'storybook')
  const types = join(folder, 'storybook.d.ts')
  writeFileSync(types, TYPES)
  t.same(compile([preview, types]), [])
})

t.test('each story gets the responses that it asks for', async t => {
  const folder = stageRecipe(t)
  const { server: { url } } = await startStandin(t, { openapi: [join(folder, 'shop.yaml')] })
  const [preview = '', stories = ''] = saveFiles(folder, 'storybook')
  writeFileSync(preview, readFileSync(preview, 'utf8').replace('http://127.0.0.1:4010', url))
  writeFileSync(join(folder, 'src/orders.tsx'), 'export function Orders () {}')
  await bundle(preview, join(folder, 'preview.mjs'))
  await bundle(stories, join(folder, 'stories.mjs'))
  const { default: { loaders: [load] } } = await import(join(folder, 'preview.mjs')) as { default: Preview }
  const { default: meta, ...named } = await import(join(folder, 'stories.mjs')) as Record<string, Story>

  t.ok(meta)
  const statuses: Record<string, number> = {}
  for (const [name, { parameters = {} }] of Object.entries(named)) {
    const { api = '' } = await load?.({ id: `orders--${name.toLowerCase()}`, parameters }) ?? {}
    const response = await fetch(`${api}/orders`)
    statuses[name] = response.status
    t.equal(response.headers.get('x-standin-violation'), null)
  }
  t.same(statuses, { Empty: 200, Many: 200, TooManyRequests: 429 })
})
