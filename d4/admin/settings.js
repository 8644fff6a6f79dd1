import { InvalidSettings } from "../errors.js";
import { withViolations } from "../validation/with-violations.js";
import { DEFAULT_SETTINGS } from "../worlds/settings.js";
import { worldOf } from "./admin-options.js";
import { createSettingsCheck } from "./check-settings.js";
import { noContent } from "./schema.js";
import { mergePatch } from "../simulation/merge-patch.js";
import { SETTINGS_PATCH } from "./settings-schema.js";
const MASK = '***';
/** What is set for a world as a whole. */
export const settingsRoutes = async (app, options) => {
    const check = createSettingsCheck(options);
    app.get('/settings', { schema: readSettings }, async (request) => show(worldOf(request, options).settings));
    app.patch('/settings', { schema: patchSettings }, async (request) => {
        const world = worldOf(request, options);
        // Members that are null fall back to their defaults.
        const patched = { ...DEFAULT_SETTINGS, ...mergePatch(world.settings, request.body) }; // the check tells
        const violations = check(patched);
        if (violations.length > 0)
            throw withViolations(InvalidSettings, violations);
        world.settings = patched;
        return show(patched);
    });
    app.delete('/settings', { schema: deleteSettings }, async (request, reply) => {
        worldOf(request, options).settings = DEFAULT_SETTINGS;
        return reply.code(204).send();
    });
};
function show(settings) {
    const credentials = Object.entries(settings.credentials).map(([scheme, accepted]) => [scheme, accepted.map(() => MASK)]);
    return { ...settings, credentials: Object.fromEntries(credentials) };
}
const readSettings = {
    operationId: 'readSettings',
    tags: ['settings'],
    summary: 'Read the settings',
    response: { 200: { $ref: 'Settings#', description: 'The settings of the world. Accepted credentials are masked.' } }
};
const patchSettings = {
    operationId: 'patchSettings',
    tags: ['settings'],
    summary: 'Change settings',
    description: 'A JSON merge patch (RFC 7396): what is left out stays as it is, and null brings back the default. Lifecycles, progressions, durations and files go for resources that are created from then on.',
    consumes: ['application/merge-patch+json', 'application/json'],
    body: SETTINGS_PATCH,
    response: { 200: { $ref: 'Settings#', description: 'The settings as they are now.' } }
};
const deleteSettings = { operationId: 'deleteSettings', tags: ['settings'], summary: 'Bring back the default settings', response: noContent('The settings are the defaults.') };
