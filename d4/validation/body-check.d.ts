import type { MediaType } from '../contract/contract.ts';
import type { Direction } from './schema-copies.ts';
import type { ViolationList } from './violation-list.ts';
/** Adds what is wrong with a body that has been read; titles say where the items of a sequence stand. */
export type BodyCheck = (value: unknown, violations: ViolationList, titles?: readonly string[]) => void;
/** Makes the check that a body fits what is declared of its media type, in a request or in a response. */
export declare function createBodyCheck({ items, name, schema }: MediaType, direction: Direction): BodyCheck;
