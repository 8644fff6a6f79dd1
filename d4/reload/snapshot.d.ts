/** What a server was read from. */
export interface Sources {
    /** Files, those that were looked for in vain among them, and folders of documents. */
    readonly paths: ReadonlySet<string>;
    /** Folders of which all counts, however deep it stands. */
    readonly trees: readonly string[];
    /** How those of the paths that were read last stood just before that. */
    readonly states: ReadonlyMap<string, Entry | undefined>;
}
/** What stands where; what is not there has no entry. */
export type Snapshot = ReadonlyMap<string, Entry>;
export interface Entry {
    readonly isFolder: boolean;
    /** A text that differs when what stands there does. */
    readonly state: string;
}
/** Looks at everything that counts. */
export declare function takeSnapshot({ paths, trees }: Pick<Sources, 'paths' | 'trees'>): Promise<Snapshot>;
/** The paths that came, went or were written between two snapshots. */
export declare function listChanges(before: Snapshot, after: Snapshot): string[];
/** What stands at one path; `undefined` where nothing does. */
export declare function entryAt(path: string): Entry | undefined;
