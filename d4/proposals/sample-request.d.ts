import type { Operation } from '../contract/contract.ts';
import type { Samples } from './samples.ts';
/** A request as clients might send it. */
export interface SampleRequest {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    /** As it goes out; `undefined` where there is none. */
    readonly payload: string | undefined;
}
export interface SampleChoices {
    readonly samples: Samples;
    /** Whether what is sent is the example or by chance. */
    readonly from: 'examples' | 'chance';
    /** The parameters of the path that have to have a value. */
    readonly path?: Readonly<Record<string, string>>;
    /** Parameters of the query beside those that are required. */
    readonly query?: Readonly<Record<string, unknown>>;
    /** What becomes of the body before it goes out. */
    readonly change?: (body: unknown) => unknown;
}
/** Makes up a request that an operation takes, with a credential where it asks for one. */
export declare function sampleRequest(operation: Operation, choices: SampleChoices): SampleRequest;
