/** Folders that are watched for the names that matter in them. A file is watched by its folder: whoever writes by renaming puts another file in its place. */
export declare class WatchedFolders {
    #private;
    /** `told` is called when something that matters may have changed. */
    constructor(told: () => void);
    /** Watches these folders and no others; tells whether all of them can be watched. */
    watch(folders: ReadonlySet<string>, matters: (path: string) => boolean): boolean;
    close(): void;
}
