/** The text of `standin ctl --help`. */
export declare function ctlUsageText(): string;
