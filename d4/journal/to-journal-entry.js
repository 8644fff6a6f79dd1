import { isFileContent } from "../validation/is-file-content.js";
import { formatInstant } from "../worlds/clock.js";
import { maskHeaders, maskText, maskUrl, maskValue } from "./mask.js";
/** How much of a body is shown, in characters of JSON. */
const LONGEST_BODY = 65_536;
/** Shows an exchange of a world: credentials masked, long bodies cut, times as text. */
export function toJournalEntry(exchange, world) {
    const { id, at, realAt, tookMs, operation = null, source, stub = null, example = null, fault = null } = exchange;
    return {
        id,
        world,
        at: formatInstant(at),
        realAt: formatInstant(realAt),
        tookMs: Math.round(tookMs * 1_000) / 1_000,
        operation,
        source,
        stub,
        example,
        fault,
        request: {
            method: exchange.method,
            url: maskUrl(exchange.url),
            headers: maskHeaders(exchange.requestHeaders),
            violations: exchange.requestViolations,
            ...showBody(exchange.requestBody)
        },
        response: {
            status: exchange.status,
            headers: maskHeaders(exchange.responseHeaders),
            violations: exchange.responseViolations,
            ...showBody(exchange.responseBody)
        }
    };
}
function showBody(body) {
    if (body === undefined)
        return {};
    if (Buffer.isBuffer(body))
        return { note: `${body.length} bytes, not shown` };
    if (isFileContent(body))
        return { note: `the file ${body.name} (${body.mediaType}), ${body.size} bytes, not shown` };
    const masked = typeof body === 'string' ? maskText(body) : maskValue(body);
    const text = typeof masked === 'string' ? masked : JSON.stringify(masked);
    if (text.length <= LONGEST_BODY)
        return { body: masked };
    return { body: text.slice(0, LONGEST_BODY), note: `cut: the first ${LONGEST_BODY} of ${text.length} characters` };
}
