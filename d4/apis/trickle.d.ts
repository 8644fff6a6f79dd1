import { Readable } from 'node:stream';
import type { Trickle } from '../validation/message.ts';
import type { World } from '../worlds/world.ts';
/** A body in pieces: the first comes at once, the last when all the time is over. The rest comes at once where the world goes. */
export declare function trickle(body: Buffer, { by, chunks, ms }: Trickle, world: World): Readable;
