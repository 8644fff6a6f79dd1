import type { OverlayNames } from './overlay-text.ts';
import type { StatusesByKind } from './status-words.ts';
/** What stands at the top of an overlay. */
export declare function headComment({ document, overlay }: OverlayNames): string;
/** What the words of a type mean, each where it first stands. */
export declare const RESOURCE_COMMENTS: Readonly<Record<string, string>>;
/** What is said of the statuses that tell nothing of a job; `undefined` where there are none. */
export declare function unknownStatuses({ unknown }: StatusesByKind): string | undefined;
/** What the steps of an operation mean, each where it first stands. */
export declare const OPERATION_COMMENTS: Readonly<Record<string, string>>;
