import type { ApiRequest, ApiResponse } from '../validation/message.ts'
import type { World } from '../worlds/world.ts'

/** Answers a request, or returns `undefined` to leave it to the next source. */
export type ResponseSource = (request: ApiRequest, world: World) => ApiResponse | undefined
