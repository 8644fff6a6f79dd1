import { toChallenges } from "./challenge.js";
import { createCredential } from "./credential.js";
import { readToken } from "./token.js";
const NO_FACTS = { now: 0, scopes: {} };
/** Makes the check for an operation's credentials: that those of one of its alternatives are there, have the form they should, hold, and give the scopes that are needed. */
export function createSecurityCheck({ api, security }) {
    const alternatives = security.map(schemes => schemes.map(createCredential));
    const expected = `needs ${alternatives.map(credentials => credentials.map(credential => credential.expected).join(' and ')).join(', or ')}`;
    const open = { kind: 'admitted', credentials: Object.freeze({}) };
    const readKnownToken = rememberLast(readToken);
    return (headers, query, cookies, facts = NO_FACTS) => {
        if (alternatives.length === 0)
            return open;
        let nearest;
        for (const alternative of alternatives) {
            const outcome = check(alternative, { api, headers, query, cookies, facts, readToken: readKnownToken });
            if (outcome.kind === 'admitted')
                return outcome;
            if (nearest === undefined || isNearer(outcome, nearest))
                nearest = outcome;
        }
        if (nearest?.kind !== 'unauthorized' || nearest.reason !== '')
            return nearest ?? open;
        return { ...nearest, reason: expected, wwwAuthenticate: toChallenges(security.flat()) };
    };
}
/** The alternative that comes nearest is the one that was meant: one that lacks but a scope, then one with a token that does not hold, then the one of which least is missing. */
function isNearer(one, other) {
    return distance(one) < distance(other);
}
function distance(outcome) {
    if (outcome.kind !== 'unauthorized')
        return 0;
    return outcome.missing.length === 0 ? 1 : 1 + outcome.missing.length;
}
function check(alternative, sent) {
    const credentials = {};
    const absent = [];
    let refused;
    let isAuthorized = false;
    for (const credential of alternative) {
        const value = credential.read(sent.headers, sent.query, sent.cookies);
        if (value !== undefined)
            credentials[credential.scheme.name] = value;
        else if (!credential.isToken || !credential.isGiven(sent.headers))
            absent.push(credential);
        isAuthorized ||= value !== undefined && credential.isAuthorization;
        if (credential.isToken)
            refused ??= refuseToken(value, credential, { ...sent, credentials });
    }
    // No request can carry what two schemes want in the one header.
    const missing = absent.filter(({ isAuthorization }) => !isAuthorization || !isAuthorized).map(({ scheme }) => scheme);
    if (missing.length > 0)
        return { kind: 'unauthorized', missing, reason: '', wwwAuthenticate: undefined };
    return refused ?? { kind: 'admitted', credentials };
}
function refuseToken(text, { isGiven, scheme }, { api, credentials, facts, headers, readToken }) {
    if (text === undefined)
        return isGiven(headers) ? notHolding(scheme, 'The token is malformed', 'needs a token of the form that RFC 6750 has') : undefined;
    const token = readToken(text);
    if (token !== undefined && token.until <= facts.now)
        return notHolding(scheme, 'The token has expired', `needs a token that holds: this one expired ${seconds(facts.now - token.until)} ago, by the clock of this world`);
    if (token !== undefined && token.from > facts.now)
        return notHolding(scheme, 'The token does not hold yet', `needs a token that holds: this one will in ${seconds(token.from - facts.now)}, by the clock of this world`);
    const { definition: { type }, scopes } = scheme;
    // Of other schemes, what is listed are names of roles, of which nothing is defined (OpenAPI 3.1, Security Requirement Object).
    if (scopes.length === 0 || (type !== 'oauth2' && type !== 'openIdConnect'))
        return undefined;
    const listed = facts.scopes[`${api}.${scheme.name}`];
    const given = token?.scopes ?? (listed && new Set(listed));
    const lacking = given === undefined ? [] : scopes.filter(scope => !given.has(scope));
    if (lacking.length === 0)
        return undefined;
    const reason = `needs a token with the scope${scopes.length === 1 ? '' : 's'} ${scopes.join(', ')}, and this one lacks ${lacking.join(', ')}`;
    const description = `The token lacks ${lacking.join(' ')}`;
    return { kind: 'forbidden', credentials, reason, wwwAuthenticate: toChallenges([scheme], { error: 'insufficient_scope', description, scope: scopes }) };
}
function notHolding(scheme, description, reason) {
    return { kind: 'unauthorized', missing: [], reason, wwwAuthenticate: toChallenges([scheme], { error: 'invalid_token', description }) };
}
function seconds(milliseconds) {
    return `${Math.ceil(milliseconds / 1_000)} s`;
}
/** Clients keep to one token, as a rule. */
function rememberLast(read) {
    let last;
    return text => {
        if (last?.text !== text)
            last = { text, value: read(text) };
        return last.value;
    };
}
