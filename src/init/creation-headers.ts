import type { ResourceModel } from './resource-model.ts'
import { selfLink } from './self-link.ts'

/** Returns the headers that lead clients to a new resource, and tell them when to ask for a job again. */
export function creationHeaders (model: ResourceModel): Record<string, string> {
  const location = selfLink(model)
  return {
    ...location !== undefined && { Location: location },
    ...location !== undefined && model.job && { 'Operation-Location': location },
    ...waitHeaders(model)
  }
}

/** Returns the header that tells clients when to ask for a job again. */
export function waitHeaders ({ job }: ResourceModel): Record<string, string> {
  return job === undefined ? {} : { 'Retry-After': '$status.left' }
}
