import { createRequire } from 'node:module'
import t from 'tap'
import { playRecipe } from './play-recipe.ts'

t.test('the recipe can be followed', { skip: !hasVite() && 'Vite is not installed' }, t => playRecipe(t, 'vite-proxy'))

function hasVite (): boolean {
  try {
    createRequire(import.meta.url).resolve('vite')
    return true
  } catch {
    return false
  }
}
