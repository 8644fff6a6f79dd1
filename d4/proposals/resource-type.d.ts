import type { Samples } from './samples.ts';
import type { Thing } from './thing.ts';
type Json = Record<string, unknown>;
/** One of `x-standin.resources`, as it is proposed. */
export interface ProposedType {
    readonly declaration: Json;
    /** Every member that its things may show. */
    readonly shown: ReadonlySet<string>;
}
/** Proposes a type of resource for things: their id, their lifecycles, and the members that the server fills. */
export declare function proposeType(thing: Thing, basePath: string, samples: Samples): ProposedType;
/** Where one of the things is read. */
export declare function selfLink(thing: Thing, basePath: string): string | undefined;
export {};
