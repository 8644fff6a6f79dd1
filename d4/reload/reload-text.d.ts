import type { Reload } from './reloadable.ts';
/** Tells of a reload in one line: what has changed, how long it took, which operations came and went, and what was dropped. */
export declare function reloadText({ added, dropped, gone, tookMs }: Reload, changed: readonly string[]): string;
