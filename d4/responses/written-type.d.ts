import type { MediaType } from '../contract/contract.ts';
/** What a media type is called when it is written: a range stands for a type within it. */
export declare function writtenName(name: string): string;
/** What an answer says that it is: the media type with its parameters; of a range, the type within it that the client likes best and that the value can be written in. */
export declare function writtenType(mediaType: MediaType, accept: unknown): string;
