import { MalformedRequest } from "../errors.js";
import { parseBody } from "../validation/parse-body.js";
import { withViolations } from "../validation/with-violations.js";
/**
 * Reads every body as JSON, whatever it calls itself: clients on a command line often do not say. What JSON parsers disagree on
 * is refused.
 */
export function readJsonBodies(app) {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request, bytes) => {
        if (bytes.length === 0)
            return undefined;
        const reading = parseBody(bytes, 'application/json', undefined);
        if (reading.violations.length > 0)
            throw withViolations(MalformedRequest, reading.violations);
        return reading.kind === 'value' ? reading.value : undefined;
    });
}
