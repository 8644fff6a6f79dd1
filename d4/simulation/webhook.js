import { DEFAULT_RETRIES_MS } from "./callback.js";
import { compileAll, compileEach } from "./declaration.js";
import { HAPPENINGS } from "./happening.js";
import { typeNamed, vocabularyOf } from "./language.js";
import { compileTemplate } from "./template.js";
const WORDS = ['of', 'when', 'on', 'url', 'body', 'retries'];
/** Reads `x-standin` of the operation of a webhook. A world's settings say where it goes, or else its `url`. */
export function compileWebhook(definition, declaration, language) {
    const { body, of, on, retries, url, when } = declaration.members(WORDS, ['of']);
    if (of === undefined)
        return declaration.refuse('needs "of"');
    const type = typeNamed(of, language);
    if (when === undefined && on === undefined)
        declaration.refuse(`is never sent: say "when" it comes to which statuses, or "on" what (known: ${HAPPENINGS.join(', ')})`);
    const compiled = compileEach({
        url: () => url === undefined ? () => undefined : compileTemplate(url, vocabularyOf(language, { resource: type })),
        statuses: () => when?.words('status', [...type.statuses]) ?? [],
        on: () => compileAll(on?.list() ?? [], item => HAPPENINGS.find(kind => kind === item.value) ?? item.refuseWord('happening', item.text(), HAPPENINGS)),
        body: () => body === undefined ? () => undefined : compileTemplate(body, vocabularyOf(language, { resource: type })),
        retriesMs: () => retries === undefined ? DEFAULT_RETRIES_MS : compileAll(retries.list(), pause => pause.duration())
    });
    const id = `${language.api}.${definition.name}`;
    const whereTo = scope => scope.world.settings.webhooks[id] ?? compiled.url(scope);
    const callback = (statuses) => ({
        id,
        key: `${definition.method} ${id} ${statuses.join()}`,
        definition,
        type,
        url: whereTo,
        when: new Set(statuses),
        body: compiled.body,
        retriesMs: compiled.retriesMs
    });
    return { id, definition, type, on: new Set(compiled.on), atOnce: callback([]), atStatus: [...new Set(compiled.statuses)].map(status => callback([status])) };
}
