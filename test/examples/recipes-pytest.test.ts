import { spawnSync } from 'node:child_process'
import t from 'tap'
import { playRecipe } from './play-recipe.ts'

const { status } = spawnSync('python3', ['-m', 'pytest', '--version'])
const skip = status !== 0 && 'this machine has no python3 with pytest'

t.test('the recipe can be followed', { skip }, t => playRecipe(t, 'pytest'))
