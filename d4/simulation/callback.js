import { compileAll, compileEach } from "./declaration.js";
import { vocabularyOf } from "./language.js";
import { compileTemplate } from "./template.js";
/** The pauses where none are declared. */
export const DEFAULT_RETRIES_MS = [1_000, 5_000, 25_000];
/** Reads `x-standin` of the operation in an OpenAPI callback. */
export function compileCallback(declaration, expression, { definition, language, type }) {
    const { when, body, retries } = declaration.members(['when', 'body', 'retries'], ['when']);
    const compiled = compileEach({
        url: () => compileTemplate(expression, vocabularyOf(language)),
        when: () => new Set(when?.words('status', [...type.statuses])),
        body: () => body === undefined ? () => undefined : compileTemplate(body, vocabularyOf(language, { resource: type })),
        retriesMs: () => retries === undefined ? DEFAULT_RETRIES_MS : compileAll(retries.list(), pause => pause.duration())
    });
    if (compiled.when.size === 0)
        when?.refuse(`name at least one status, or it is never sent (known: ${[...type.statuses].join(', ')})`);
    const id = `${language.operation.id}/${definition.name}`;
    return { id, key: `${definition.method} ${id} ${definition.expression}`, definition, type, ...compiled };
}
