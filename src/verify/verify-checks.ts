import { callbackDelivered } from './callback-delivered.ts'
import { contentTypeConformance } from './content-type-conformance.ts'
import { duplicateRefused } from './duplicate-refused.ts'
import { ensureResourceAvailability } from './ensure-resource-availability.ts'
import { fileSizeTruth } from './file-size-truth.ts'
import { idempotentReplay } from './idempotent-replay.ts'
import { ignoredAuth } from './ignored-auth.ts'
import { lifecycleConformance } from './lifecycle-conformance.ts'
import { maxResponseTime } from './max-response-time.ts'
import { missingRequiredHeader } from './missing-required-header.ts'
import { negativeDataRejection } from './negative-data-rejection.ts'
import { notAServerError } from './not-a-server-error.ts'
import { positiveDataAcceptance } from './positive-data-acceptance.ts'
import { progressMonotonic } from './progress-monotonic.ts'
import { responseHeadersConformance } from './response-headers-conformance.ts'
import { responseSchemaConformance } from './response-schema-conformance.ts'
import { retryAfterTruth } from './retry-after-truth.ts'
import { statusCodeConformance } from './status-code-conformance.ts'
import { unsupportedMethod } from './unsupported-method.ts'
import { useAfterFree } from './use-after-free.ts'
import { CHECK_NAMES } from './verify-check.ts'
import type { VerifyCheck } from './verify-check.ts'

/** The checks of single exchanges, which need to know of no other. */
export const SINGLE_CHECKS: readonly VerifyCheck[] = [
  notAServerError,
  statusCodeConformance,
  contentTypeConformance,
  responseHeadersConformance,
  responseSchemaConformance,
  negativeDataRejection,
  positiveDataAcceptance,
  missingRequiredHeader,
  unsupportedMethod,
  ignoredAuth,
  maxResponseTime
]

/** The checks of whole journeys, which compare exchanges. */
const JOURNEY_CHECKS: readonly VerifyCheck[] = [
  useAfterFree,
  ensureResourceAvailability,
  lifecycleConformance,
  retryAfterTruth,
  duplicateRefused,
  idempotentReplay,
  callbackDelivered,
  fileSizeTruth,
  progressMonotonic
]

/** All checks, in the order of their names. */
export const VERIFY_CHECKS: readonly VerifyCheck[] = [...SINGLE_CHECKS, ...JOURNEY_CHECKS].toSorted(
  (a, b) => CHECK_NAMES.indexOf(a.name) - CHECK_NAMES.indexOf(b.name)
)
