import type { FileContent } from './message.ts';
/** Whether a body is made while it is sent. */
export declare function isFileContent(body: unknown): body is FileContent;
