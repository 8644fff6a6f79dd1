import type { RequestBody } from '../contract/contract.ts';
/** A callback's body as it is written: its media type and its text. */
export interface EncodedBody {
    readonly contentType: string;
    readonly text: string;
}
/** Writes a value in the first media type that a callback declares: text as it is where that is no JSON, or else a form, XML, lines or JSON. */
export declare function encodeBody(value: unknown, declared: RequestBody | undefined): EncodedBody | undefined;
