/** Gives a security scheme of Swagger 2.0 the form of OpenAPI 3. */
export declare function upgradeSecurityScheme(scheme: Record<string, unknown>): Record<string, unknown>;
