/** The text of `standin --help`. */
export declare function usageText(version: string): string;
