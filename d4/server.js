import { lazyAdmin } from "./admin/lazy-admin.js";
import { prepareScenarios } from "./admin/prepare-scenarios.js";
import { listApis } from "./apis/api.js";
import { apiRoutes } from "./apis/api-routes.js";
import { createBaseApp } from "./apis/base-app.js";
import { replyWithErrors } from "./apis/errors-to-replies.js";
import { loadEdition } from "./apis/load-edition.js";
import { withDefaults } from "./options.js";
import { createState } from "./state.js";
import { onUnusable } from "./validation/schemas.js";
import { readVersion } from "./version.js";
const ADMIN = '/__admin';
/**
 * Builds a stand-in server. It does not listen: call `listen()` or `inject()` on it.
 * Rejects with `InvalidDocument` where a document, a declaration in it, a fixture or a scenario cannot be used, with every mistake and its place.
 */
export async function createStandin(options = {}) {
    const resolved = withDefaults(options);
    const edition = await loadEdition(resolved);
    return await createApp(edition, createState(edition, resolved), resolved);
}
/** Builds the app that serves an edition and acts on a state. Rejects with `InvalidDocument` where a scenario cannot be used. */
export async function createApp(edition, state, options) {
    const { contracts } = edition;
    const { worlds } = state;
    const version = readVersion();
    const scenarios = await prepareScenarios(edition);
    const app = createBaseApp(options);
    app.decorate('contracts', contracts);
    // What waits in a world is answered before the connections are closed.
    app.addHook('preClose', async () => worlds.close());
    app.addHook('onClose', async () => worlds.close());
    replyWithErrors(app);
    for (const { document, file } of contracts)
        onUnusable(document, ({ pointer, message }) => app.log.warn({ file, pointer }, `in a schema, ${pointer} ${message}`));
    const build = async () => {
        const { createAdminApp } = await import("./admin/admin-app.js");
        return await createAdminApp(ADMIN, { ...edition, ...state, scenarios, version, adminToken: options.adminToken }, options);
    };
    app.register(lazyAdmin, { prefix: ADMIN, contracts, version, build });
    app.register(apiRoutes, { apis: listApis(edition, state) });
    return app;
}
