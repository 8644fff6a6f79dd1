import type { MediaType } from '../contract/contract.ts';
/** Puts the media types that we like to write before others: JSON, and what is written as JSON. */
export declare function inOrderOfTaste(content: readonly MediaType[]): readonly MediaType[];
/**
 * Chooses the media type that a client likes best (RFC 9110 section 12.5.1), the first of those it likes alike.
 * Where it likes none it still gets one: whether to refuse is for others to say.
 */
export declare function chooseMediaType(content: readonly MediaType[], accept: unknown): MediaType | undefined;
/** Whether a client takes one of some media types. */
export declare function isAcceptable(content: readonly MediaType[], accept: string): boolean;
