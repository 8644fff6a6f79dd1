import type { ParseStub } from '../scenarios/parse-stub.ts';
import type { World } from '../worlds/world.ts';
import type { Dropped } from './dropped.ts';
/** Reads the stubs of a world anew, in their order and with the uses that they have left; those that could not be added now are dropped. */
export declare function carryStubs({ name: world, store }: World, parseStub: ParseStub): Dropped[];
