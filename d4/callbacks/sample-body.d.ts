import type { RequestBody } from '../contract/contract.ts';
import type { World } from '../worlds/world.ts';
/** A body as a document has it: its first example, or else one made of its schema; `undefined` where none is declared. */
export declare function sampleBody(declared: RequestBody | undefined, world: World): unknown;
