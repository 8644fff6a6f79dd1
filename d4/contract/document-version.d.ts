import type { Report } from './problem.ts';
export type DocumentVersion = '2.0' | '3.0' | '3.1' | '3.2';
/** The version of OpenAPI that a document is of; `undefined`, with a report, where it is no such document. */
export declare function documentVersion(value: unknown, report: Report): DocumentVersion | undefined;
