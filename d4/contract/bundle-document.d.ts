import type { Draft } from './draft.ts';
import type { FinishOptions } from './read-contract.ts';
/**
 * Makes one document of all the files that a document refers to: what it takes from others goes to its components, and references lead there.
 * Answers the parts whose references lead to nothing that can be read, with why.
 */
export declare function bundleDocument(draft: Draft, options: FinishOptions): Promise<ReadonlyMap<object, string>>;
