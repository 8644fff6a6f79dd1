/** What the request of an exchange said, as far as it could be read. */
export function partsOf({ requestBody, requestCookies, requestHeaders, requestPath, requestQuery }) {
    return { path: requestPath, query: requestQuery, headers: requestHeaders, cookies: requestCookies, body: requestBody };
}
