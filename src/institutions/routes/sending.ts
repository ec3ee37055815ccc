import type { SpaceContext } from '../../ui/request.ts'
import type { Sending } from '../actions/send-invitation.ts'

export const sendingOf = (c: SpaceContext): Sending => ({
  now: c.var.now,
  publicUrl: c.var.publicUrl,
  secrets: c.var.keyring.secrets,
})
