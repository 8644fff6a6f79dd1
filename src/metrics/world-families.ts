import type { Worlds } from '../worlds/worlds.ts'
import { singleValue } from './family.ts'
import type { Family } from './family.ts'

/** Lists what all worlds of a server hold together. */
export function worldFamilies (worlds: Worlds): Family[] {
  let resources = 0
  let stubs = 0
  const all = worlds.list()
  for (const { store } of all) {
    resources += store.resourceCount()
    stubs += store.stubCount()
  }
  const { memory } = worlds
  return [
    singleValue('gauge', 'standin_worlds', 'Worlds in use.', all.length),
    singleValue('counter', 'standin_worlds_dropped', 'Worlds that were dropped to make room.', worlds.dropped),
    singleValue('gauge', 'standin_resources', 'Resources in all worlds.', resources),
    singleValue('gauge', 'standin_stubs', 'Stubs in all worlds.', stubs),
    singleValue('gauge', 'standin_kept_bytes', 'What all worlds keep of requests, about.', memory.used),
    singleValue('gauge', 'standin_kept_limit_bytes', 'What all worlds may keep of requests.', memory.max)
  ]
}
