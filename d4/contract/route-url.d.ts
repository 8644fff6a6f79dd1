/**
 * Converts an OpenAPI path to a Fastify URL: `/exports/{id}` becomes `/exports/:id`, `/v1/{name}:cancel` a parameter with an expression.
 * The router's parameters only serve to find the route: `createPathReader` reads their values.
 */
export declare function routeUrl(path: string): string;
/** What operations have in common that the router cannot tell apart: `GET /exports/{}`. */
export declare function routeKey(method: string, path: string): string;
/**
 * Makes the function that reads what a path's parameters stand for: of `/exports/{id}` and `/exports/a%2Cb`, `{ id: 'a%2Cb' }`.
 * Routers decode what they read, so that a comma within a value could not be told from one between two values.
 * It answers nothing for paths that do not fit.
 */
export declare function createPathReader(path: string): (path: string) => Readonly<Record<string, string>>;
/** What the paths of a template look like; each parameter is a group. */
export declare function pathPattern(path: string): RegExp;
/** Some documents have several operations at one path, told apart by what their paths end in: `/#Action=AddTags`, `/files?upload`. It is not sent, or not in the path. */
export declare function sentPath(path: string): string;
