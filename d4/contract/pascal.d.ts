/** A name as types have it: `export-jobs` becomes `ExportJobs`. */
export declare function pascal(name: string): string;
