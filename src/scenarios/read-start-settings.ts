import { readFile } from 'node:fs/promises'
import { createInvalidDocument } from '../documents/problem.ts'
import { createLocator, readDocument } from '../documents/read-document.ts'
import { describeFailure, shownPath } from '../documents/shown-path.ts'
import type { SourcePosition } from '../documents/source-position.ts'
import { createSchemaCheck } from '../schemas/schema-check.ts'
import { mergePatch } from '../simulation/merge-patch.ts'
import { DEFAULT_SETTINGS } from '../worlds/settings.ts'
import type { Settings } from '../worlds/settings.ts'
import type { CheckSettings } from './settings-check.ts'
import { SETTINGS_PATCH } from './settings-schemas.ts'

/** Changes of settings as they were given, and where. */
interface GivenSettings {
  readonly value: unknown
  readonly file: string
  locate (pointer: string): SourcePosition | undefined
}

/**
 * Reads the settings with which worlds start: changes of the defaults (RFC 7396), given as an object or as the path of
 * a YAML or JSON file. Rejects with `InvalidDocument`, which has every mistake and its place.
 */
export async function readStartSettings (given: string | object, check: CheckSettings): Promise<Settings> {
  const { file, locate, value } = typeof given === 'string' ? await readSettingsFile(given) : inOption(given)
  const ofForm = createSchemaCheck('settings', SETTINGS_PATCH)(value)
  // The form of the changes has been validated, and the check validates the whole.
  const settings = mergePatch(DEFAULT_SETTINGS, ofForm.length > 0 ? {} : value) as Settings
  const violations = ofForm.length > 0 ? ofForm : check({ ...DEFAULT_SETTINGS, ...settings })
  if (violations.length === 0) return { ...DEFAULT_SETTINGS, ...settings }
  throw createInvalidDocument(violations.map(({ message, pointer }) => {
    return { file, place: locate(pointer), message: message.replace(/^body /, '') }
  }))
}

function inOption (value: object): GivenSettings {
  return { value, file: 'the option settings', locate: () => undefined }
}

async function readSettingsFile (path: string): Promise<GivenSettings> {
  const file = shownPath(path)
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw createInvalidDocument([{ file, message: `cannot be read: ${describeFailure(error)}` }])
  })
  const reading = readDocument(text, file)
  if (reading.kind === 'value') return { value: reading.value, file, locate: createLocator(text) }
  throw createInvalidDocument(reading.problems.map(problem => ({ file, ...problem })))
}
