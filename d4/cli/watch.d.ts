import type { ReloadableStandin } from '../reload/reloadable.ts';
export interface WatchOutput {
    readonly print: (line: string) => void;
    readonly printError: (line: string) => void;
}
/** Has a stand-in follow the edits of what it serves from the moment at which it resolves, and tells of each, until the stand-in closes. */
export declare function watchStandin(app: ReloadableStandin, { print, printError }: WatchOutput): Promise<void>;
