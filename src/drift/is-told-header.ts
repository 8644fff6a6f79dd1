import { isFramingHeader } from '../contract/is-framing-header.ts'
import { isCorsHeader } from '../messages/is-cors-header.ts'

/** Headers that HTTP itself, clients, browsers and frameworks bring, whatever API they carry. */
const COMMON = new Set([
  'accept', 'accept-charset', 'accept-encoding', 'accept-language', 'accept-ranges', 'age', 'allow', 'alt-svc',
  'alt-used', 'authorization', 'baggage', 'cache-control', 'cookie', 'date', 'dnt', 'etag', 'expect', 'expect-ct',
  'expires', 'forwarded', 'from', 'host', 'last-modified', 'max-forwards', 'nel', 'origin', 'origin-agent-cluster',
  'p3p', 'permissions-policy', 'pragma', 'prefer', 'preference-applied', 'priority',
  'purpose', 'range', 'referer', 'referrer-policy', 'report-to',
  'reporting-endpoints', 'save-data', 'server', 'server-timing', 'set-cookie', 'strict-transport-security',
  'timing-allow-origin', 'traceparent', 'tracestate', 'upgrade-insecure-requests', 'user-agent', 'vary', 'via',
  'warning', 'www-authenticate', 'x-aspnet-version', 'x-aspnetmvc-version', 'x-content-type-options',
  'x-correlation-id', 'x-dns-prefetch-control', 'x-download-options', 'x-frame-options', 'x-permitted-cross-domain-policies',
  'x-powered-by', 'x-real-ip', 'x-request-id', 'x-requested-with', 'x-robots-tag', 'x-runtime', 'x-served-by',
  'x-timer', 'x-trace-id', 'x-ua-compatible', 'x-varnish', 'x-xss-protection'
])

/** Headers of conditions, of browsers, and of what stands between a client and its service. */
const FAMILIES = [
  /^content-(?!disposition$)/, /^cross-origin-/, /^if-/, /^sec-/, /^proxy-/, /^x-forwarded-/, /^x-standin-/, /^:/,
  /^x-(?:amz-cf|amzn|azure|b3|cache|cloud-trace|datadog|envoy|fastly|ms-edge|msedge|nf|vercel)\b/, /^(?:cdn|cf|fly)-/
]

/** Returns whether a header, by its name in lower case, says something of an API rather than of its carriers. */
export function isToldHeader (name: string): boolean {
  if (COMMON.has(name) || isFramingHeader(name) || isCorsHeader(name)) return false
  return !FAMILIES.some(family => family.test(name))
}
