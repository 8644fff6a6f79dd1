/** Writes what came as JSON of at most 60 characters, without its credentials: `{"AccessToken":"***","Ids":["3fa8…`. */
export declare function shortJson(value: unknown, name: string | undefined): string;
