import t from 'tap'
import { playRecipe } from './play-recipe.ts'

for (const name of ['shop', 'parallel-tests', 'polling', 'rate-limits', 'webhooks', 'replay']) {
  t.test(`the recipe ${name} can be followed`, t => playRecipe(t, name))
}
