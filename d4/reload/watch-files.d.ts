import type { Sources } from './snapshot.ts';
export interface WatchOptions {
    /** What to watch; asked again after each change. */
    readonly sources: () => Sources;
    /** Called with the paths that came, went or were written; not called again before it has ended. */
    readonly changed: (paths: readonly string[]) => Promise<void>;
}
/** Watches files and folders from the moment at which it resolves; answers the function that ends it. */
export declare function watchFiles({ changed, sources }: WatchOptions): Promise<() => void>;
