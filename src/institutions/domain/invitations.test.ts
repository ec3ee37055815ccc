import { describe, expect, it } from 'vitest'
import { endOfInvitation, foldEmail, stateOfInvitation } from './invitations.ts'

const monday = new Date('2026-11-23T10:00:00Z')
const sunday = new Date('2026-11-22T10:00:00Z')

describe('an address has one spelling', () => {
  it.each([
    ['Inès@Exemple.TEST', 'inès@exemple.test', 'capitals, accents too'],
    ['  ana@exemple.test\n', 'ana@exemple.test', 'pasted with what surrounds it'],
    ['ine\u0300s@exemple.test', 'inès@exemple.test', 'a keyboard that decomposes accents'],
  ])('%j is %s: %s', (typed, folded) => expect(foldEmail(typed)).toBe(folded))
})

describe('the state of an invitation', () => {
  const open = { expires_at: endOfInvitation(sunday, 7), accepted_at: null, withdrawn_at: null }
  it.each<[Parameters<typeof stateOfInvitation>[0], string, string]>([
    [open, 'waiting', 'seven days are not over'],
    [{ ...open, expires_at: monday }, 'expired', 'the very instant of its end is too late'],
    [{ ...open, expires_at: sunday, accepted_at: sunday }, 'accepted', 'accepted before it expired'],
    [{ ...open, withdrawn_at: sunday }, 'withdrawn', 'taken back'],
  ])('%j: %s (%s)', (invitation, state) => expect(stateOfInvitation(invitation, monday)).toBe(state))
})
