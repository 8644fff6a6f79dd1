import type { RequestParts } from '../validation/request-parts.ts';
import type { Exchange } from '../worlds/exchange.ts';
/** What the request of an exchange said, as far as it could be read. */
export declare function partsOf({ requestBody, requestCookies, requestHeaders, requestPath, requestQuery }: Exchange): RequestParts;
