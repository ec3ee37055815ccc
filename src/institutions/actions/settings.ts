import type { ScopedDb } from '../../access/scope.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { saveSettings, type SpaceSettings } from '../store/space.ts'

export type SettingsRefusal = { readonly because: 'no_second_factor_yourself' }

/** Whoever would require of others a second factor that they do not have would close the door behind everybody. */
export async function changeSettings(
  db: ScopedDb,
  settings: SpaceSettings,
  hasSecondFactor: boolean,
): Promise<Result<undefined, SettingsRefusal>> {
  if (settings.requires_second_factor && !hasSecondFactor)
    return refuse({ because: 'no_second_factor_yourself' })
  await saveSettings(db, settings)
  return accept()
}
