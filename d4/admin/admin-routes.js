import { callbackRoutes } from "./callbacks.js";
import { clockRoutes } from "./clock.js";
import { addComponents } from "./components.js";
import { contractRoutes } from "./contracts.js";
import { documentationRoutes, lazyDocument } from "./documentation.js";
import { refuseOtherOrigins, requireToken } from "./guard.js";
import { healthRoutes } from "./health.js";
import { operationRoutes } from "./operations.js";
import { readJsonBodies } from "./read-json-bodies.js";
import { replyWithProblems } from "./reply-with-problems.js";
import { createRequestCheck } from "./request-check.js";
import { requestRoutes } from "./requests.js";
import { resourceRoutes } from "./resources.js";
import { scenarioRoutes } from "./scenarios.js";
import { settingsRoutes } from "./settings.js";
import { stubRoutes } from "./stubs.js";
import { refuseUnknownPaths } from "./unknown-paths.js";
import { verificationRoutes } from "./verification.js";
import { worldRoutes } from "./worlds.js";
/** The admin API: small verbs on nouns, each for the world that the request names. */
export const adminRoutes = async (app, options) => {
    const document = lazyDocument(app.prefix, options, described => registerRoutes(described, options, NOT_SERVED));
    registerRoutes(app, options, document);
};
/** Where routes are registered only to be described, nothing asks for the document. */
const NOT_SERVED = async () => ({});
function registerRoutes(app, options, document) {
    const routes = [];
    app.addHook('onRoute', route => { routes.push(route); });
    app.addHook('onRequest', refuseOtherOrigins);
    addComponents(app);
    app.setValidatorCompiler(createRequestCheck());
    // A serializer made of a schema would silently drop what the schema does not know.
    app.setSerializerCompiler(() => JSON.stringify);
    readJsonBodies(app);
    replyWithProblems(app);
    // The prefix is on all that is registered here: a second time it would be doubled.
    const nouns = { ...options, prefix: '' };
    app.register(healthRoutes, nouns);
    app.register(async (guarded) => {
        if (options.adminToken !== undefined)
            guarded.addHook('onRequest', requireToken(options.adminToken));
        guarded.register(worldRoutes, nouns);
        guarded.register(clockRoutes, nouns);
        guarded.register(operationRoutes, nouns);
        guarded.register(stubRoutes, nouns);
        guarded.register(scenarioRoutes, nouns);
        guarded.register(resourceRoutes, nouns);
        guarded.register(requestRoutes, nouns);
        guarded.register(verificationRoutes, nouns);
        guarded.register(callbackRoutes, nouns);
        guarded.register(settingsRoutes, nouns);
        guarded.register(contractRoutes, nouns);
        guarded.register(documentationRoutes, { document });
        refuseUnknownPaths(guarded, routes);
    });
}
