/** A path as messages show it: from the working directory, where it is below that. */
export declare function shownPath(path: string): string;
/** Why a file could not be read, in words. */
export declare function describeFailure(error: unknown): string;
