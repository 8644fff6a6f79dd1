import type { Operation } from '../contract/contract.ts';
import type { ApiResponse } from '../validation/message.ts';
import type { Declaration } from './declaration.ts';
import type { Evaluate } from './expression.ts';
import type { Language } from './language.ts';
import { Limit } from './limit.ts';
import type { MakeReply } from './reply.ts';
import type { Scope } from './scope.ts';
/** Why a request is refused before anything is asked what to answer. */
export declare const REFUSALS: readonly ["malformed", "invalid", "unauthorized", "forbidden", "notFound", "methodNotAllowed", "notAcceptable", "tooLarge", "unsupportedMediaType"];
export type Refusal = (typeof REFUSALS)[number];
/** What a document declares of its API as a whole, compiled. */
export interface ApiVoice {
    /** Headers on every answer of the API, where there are any. */
    readonly headers: ((scope: Scope) => Record<string, string>) | undefined;
    /** Whether the API has words of its own for a refusal. */
    words(refusal: Refusal): boolean;
    /** How the API words a refusal; `undefined` for one that it has no words for. */
    refuse(refusal: Refusal, scope: Scope): ApiResponse | undefined;
    /** Credentials that travel where OpenAPI's security schemes cannot say. */
    readonly credentials: ReadonlyMap<string, Evaluate>;
    /** The limits, with how each is worded for an operation. */
    readonly limits: ReadonlyArray<{
        readonly limit: Limit;
        readonly replyFor: (operation: Operation) => MakeReply;
    }>;
}
/** Reads the `x-standin` at the root of a document, but for its resources and replies. */
export declare function compileVoice(declared: Partial<Record<string, Declaration>>, language: Language): ApiVoice;
/** Reads a limit itself, of which the other declarations can speak. */
export declare function compileLimit(name: string, declaration: Declaration, { api, operations }: Pick<Language, 'api' | 'operations'>): Limit;
