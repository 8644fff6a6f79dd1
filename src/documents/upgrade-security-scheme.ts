const FLOWS: Readonly<Record<string, string>> = { implicit: 'implicit', password: 'password', application: 'clientCredentials', accessCode: 'authorizationCode' }

/** Gives a security scheme of Swagger 2.0 the form of OpenAPI 3. */
export function upgradeSecurityScheme (scheme: Record<string, unknown>): Record<string, unknown> {
  if (scheme.type === 'basic') return { ...scheme, type: 'http', scheme: 'basic' }
  if (scheme.type !== 'oauth2') return scheme
  const { flow, authorizationUrl, tokenUrl, scopes = {}, ...rest } = scheme
  const name = FLOWS[String(flow)] ?? String(flow)
  const members = { authorizationUrl, tokenUrl, scopes }
  return { ...rest, flows: { [name]: Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) } }
}
