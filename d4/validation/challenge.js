import { toTitle } from "./credential.js";
/** What `WWW-Authenticate` says of the schemes that HTTP knows (RFC 9110, section 11.6.1); keys of other kinds have no challenge. */
export function toChallenges(schemes, error) {
    const challenges = schemes.flatMap(({ definition }) => {
        if (definition.type === 'oauth2' || definition.type === 'openIdConnect')
            return [toBearer(error)];
        if (definition.type !== 'http')
            return [];
        const name = String(definition.scheme).toLowerCase();
        if (name === 'bearer')
            return [toBearer(error)];
        return [name === 'basic' ? 'Basic realm="standin", charset="UTF-8"' : toTitle(String(definition.scheme))];
    });
    return challenges.length === 0 ? undefined : [...new Set(challenges)].join(', ');
}
/** A request without any token is told of no error (RFC 6750, section 3.1). */
function toBearer(error) {
    if (error === undefined)
        return 'Bearer';
    const attributes = { error: error.error, error_description: error.description, ...error.scope && { scope: error.scope.join(' ') } };
    return `Bearer ${Object.entries(attributes).map(([name, value]) => `${name}="${value.replace(/[^\x20\x21\x23-\x5B\x5D-\x7E]/g, "'")}"`).join(', ')}`;
}
