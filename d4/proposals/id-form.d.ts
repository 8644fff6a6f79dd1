import type { Thing } from './thing.ts';
type Json = Record<string, unknown>;
/** How new ids are made, in the words of `id`: by counting up, as UUIDs, or like the pattern of the member or of the path's parameter. */
export declare function idForm({ collection, create, id, idIsGiven }: Thing): Json;
export {};
