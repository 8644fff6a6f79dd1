import type { MediaType, Operation, ResponseDefinition } from '../contract/contract.ts';
import type { ApiResponse } from './message.ts';
import type { Violation } from './violation.ts';
/** What may be checked of an answer. */
export type AnswerParts = Pick<ApiResponse, 'status' | 'headers' | 'body' | 'heldTo'>;
/** Answers what is wrong with a response; nothing where it keeps to its contract. */
export type ResponseValidator = (response: AnswerParts) => readonly Violation[];
/** Finds what an operation declares for a status: the status itself, else its range, else `default`. */
export declare function findResponse({ responses }: Operation, status: number): ResponseDefinition | undefined;
/** Makes a validator of an operation's responses: status, headers, content type and body. */
export declare function createResponseValidator(operation: Operation): ResponseValidator;
/** Whether a body fits what is declared of a media type. */
export declare function fitsMediaType(body: unknown, declared: MediaType): boolean;
