import type { SchemaReference } from '../contract/contract.ts';
import type { Paging } from './paging.ts';
import type { ProposedType } from './resource-type.ts';
import type { Samples } from './samples.ts';
import type { Thing } from './thing.ts';
/** What the body of a reply is made of. */
export interface BodySource {
    readonly thing: Thing;
    readonly type: ProposedType;
    readonly samples: Samples;
    /** An example of the body as the document has it. */
    readonly example?: unknown;
    /** For a list: how it is paged. */
    readonly paging?: Paging;
}
/** Proposes the body of a reply: the thing itself, or what the schema wraps around it. What nothing is known of is a sample, or is left out where it may be. */
export declare function replyBody(schema: SchemaReference, source: BodySource): unknown;
