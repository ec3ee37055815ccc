/** An invitation lives from one to thirty days: long enough for holidays, short enough for a lost letter. */
export const INVITATION_DAYS = { least: 1, usual: 7, most: 30 } as const

/** What a token of an invitation is hashed for; and the address at which it is accepted. */
export const INVITATION_PURPOSE = 'invitation'
export const invitationPath = (token: string): string => `/invitation/${token}`

export const endOfInvitation = (now: Date, days: number): Date => new Date(now.getTime() + days * 86_400_000)

/** One address, one spelling: case and the spaces around it do not make another person. */
export const foldEmail = (text: string): string => text.normalize('NFC').trim().toLowerCase()

export type InvitationState = 'waiting' | 'expired' | 'accepted' | 'withdrawn'
type Dates = {
  readonly expires_at: Date
  readonly accepted_at: Date | null
  readonly withdrawn_at: Date | null
}

export function stateOfInvitation(invitation: Dates, now: Date): InvitationState {
  if (invitation.accepted_at) return 'accepted'
  if (invitation.withdrawn_at) return 'withdrawn'
  return invitation.expires_at <= now ? 'expired' : 'waiting'
}

export type InvitationRefusal = {
  readonly because: 'unknown_circle' | 'already_member' | 'already_invited' | 'invitation_closed'
}
