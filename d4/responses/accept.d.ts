import type { MediaType } from '../contract/contract.ts';
/** A media type, or a range of them, that a client accepts, with its weight. */
export interface Accepted {
    readonly range: string;
    readonly parameters: Readonly<Record<string, string>>;
    /** From 0, which refuses, to 1. */
    readonly weight: number;
}
/** Reads an `Accept` header (RFC 9110, section 12.5.1). */
export declare function parseAccept(accept: string): readonly Accepted[];
/** How much a client likes a media type: the weight of the most exact range that takes it. What is documented as a range can be any type within it. */
export declare function weightOf({ name, parameters }: Pick<MediaType, 'name' | 'parameters'>, accepted: readonly Accepted[]): number;
