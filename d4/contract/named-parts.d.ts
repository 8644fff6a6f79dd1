/** Members that hold parts by name, so that a name such as `example` or `x-…` in them means nothing. */
export declare const NAMED_PARTS: ReadonlySet<string>;
