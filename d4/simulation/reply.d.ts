import type { Operation } from '../contract/contract.ts';
import type { ApiResponse, SourceName } from '../validation/message.ts';
import type { Declaration } from './declaration.ts';
import type { Evaluate, Vocabulary } from './expression.ts';
import type { Language } from './language.ts';
import type { Scope } from './scope.ts';
export type MakeReply = (scope: Scope) => ApiResponse;
export interface ReplyUse {
    readonly language: Language;
    readonly vocabulary: Vocabulary;
    /** The operation that it answers; without one, its status and example go unchecked. */
    readonly operation?: Operation;
    readonly source: SourceName;
}
/** Reads a reply, or the name of one of the document's `x-standin.replies`. */
export declare function compileReply(declaration: Declaration, use: ReplyUse): MakeReply;
/** Reads headers; one whose value is undefined is left out. */
export declare function compileHeaders(declaration: Declaration, vocabulary: Vocabulary): (scope: Scope) => Record<string, string>;
/** Reads a body: a template, or a file of the resource. */
export declare function compileBodyTemplate(body: Declaration, vocabulary: Vocabulary): Evaluate;
