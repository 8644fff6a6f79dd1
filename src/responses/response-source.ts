import type { ApiRequest, ApiResponse } from '../messages/message.ts'
import type { LifecycleChoice } from '../worlds/settings.ts'
import type { World } from '../worlds/world.ts'

/** Answers a request, or returns `undefined` to leave it to the next source. What it creates takes the way that a stub has chosen for it. */
export type ResponseSource = (request: ApiRequest, world: World, lifecycleChoice?: LifecycleChoice) => ApiResponse | undefined
