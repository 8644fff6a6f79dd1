import { InvalidOption } from '../errors.ts'

/** The API of OpenTelemetry, which applications install that trace. */
export type TelemetryApi = typeof import('@opentelemetry/api')

/** Loads the API of OpenTelemetry. Rejects with `InvalidOption` where it is not installed. */
export async function loadTelemetry (): Promise<TelemetryApi> {
  try {
    return await import('@opentelemetry/api')
  } catch {
    const rule = 'be left out where @opentelemetry/api is not installed (npm install @opentelemetry/api)'
    throw new InvalidOption('The option telemetry', rule, 'true')
  }
}
