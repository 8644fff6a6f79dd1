export interface Message {
    readonly method: string;
    readonly url: URL;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | undefined;
}
/** Why a URL may not be called; `undefined` where it may. Host names are looked at again when they are resolved. */
export declare function refusalOf(url: URL, allowedHosts: readonly string[] | undefined): string | undefined;
/** Sends a message; answers the status, or rejects with the reason why none came. Redirects are not followed. */
export declare function send({ body, headers, method, url }: Message): Promise<number>;
