import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { NOT_COUNTED } from './not-counted.fr.ts'
import { findRule, REGISTER, rulesStartedBy } from './register.ts'
import { type DeadlineRule, TRIGGERS } from './rule.ts'

const on = calendarDay('2026-11-23')
const ids = (trigger: DeadlineRule['startsOn'] & string, family: string, day = on) =>
  rulesStartedBy({ trigger, family, on: day, charter: [] }).map((rule) => rule.id)

/** The reference table, row by row (number: rules). Rows that are no rules of time are said in NOT_COUNTED. */
const ROWS: Readonly<Record<number, readonly string[]>> = {
  1: ['upkeep_without_figure'],
  2: ['written_demand'],
  3: ['conciliation_opinion'],
  4: ['damages_without_notice'],
  5: ['lease_limitation'],
  6: ['works_rent_reduction'],
  7: ['charges_statement'],
  8: ['charges_vouchers'],
  9: ['charges_yearly'],
  12: ['heating_repair_without_figure'],
  13: ['lift_visits'],
  14: ['lift_repair_in_contract'],
  15: ['safety_order'],
  16: ['signal_logement_forwarded', 'signal_logement_partners'],
  17: ['signal_logement_fast'],
  18: ['allowance_withheld'],
  19: ['mediator_access', 'mediator_outcome'],
  20: ['administration_silence'],
  21: ['administration_receipt'],
  23: ['documents_refused', 'documents_commission'],
  26: ['works_information'],
}

describe('the register', () => {
  test('holds each of the thirty rows of the reference, as a rule or as a sentence that says why not', () => {
    const excused = NOT_COUNTED.map(({ row }) => row)
    const rows = [...Object.keys(ROWS).map(Number), ...excused].toSorted((a, b) => a - b)
    expect(rows).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
    const french = REGISTER.filter((rule) => rule.country === 'france').map((rule) => rule.id)
    expect(french.toSorted()).toEqual(Object.values(ROWS).flat().toSorted())
  })

  test('names each rule once', () => {
    expect(new Set(REGISTER.map((rule) => rule.id)).size).toBe(REGISTER.length)
    expect(findRule('written_demand')?.length).toBe(2)
    expect(findRule('awaab')).toBeUndefined()
  })

  test('has no contract in the code, and what is foreign is never law', () => {
    expect(REGISTER.filter((rule) => rule.kind === 'C')).toEqual([])
    for (const { kind, country } of REGISTER) expect(kind === 'R').toBe(country !== 'france')
  })

  test.each(['upkeep_without_figure', 'heating_repair_without_figure', 'lift_repair_in_contract'])(
    '%s gives no figure, and says so',
    (id) => {
      const rule = findRule(id)
      expect(rule).toMatchObject({ length: null, unit: null })
      expect(rule?.note).toMatch(/aucun chiffre|Aucun délai légal chiffré|ne donne pas de chiffre/)
    },
  )

  test('a length has a unit, and neither stands without the other', () => {
    for (const { id, length, unit } of REGISTER) expect([id, length === null]).toEqual([id, unit === null])
  })

  test('what no thread starts, no thread stops; what a thread starts, the tenant’s word or departure stops', () => {
    for (const { id, startsOn, stopsOn } of REGISTER) {
      expect([id, stopsOn.length > 0]).toEqual([id, startsOn !== null])
      expect([id, stopsOn.includes('gone') && stopsOn.includes('left')]).toEqual([id, startsOn !== null])
      expect(stopsOn).not.toContain(startsOn)
      for (const trigger of stopsOn) expect(TRIGGERS).toContain(trigger)
    }
  })

  test('nobody is said to have checked it: until a jurist does, the page says so', () => {
    expect(new Set(REGISTER.map((rule) => rule.source.checkedBy))).toEqual(new Set([null]))
  })

  test('no row of R or P is worded as a duty of French law', () => {
    const duty = /la loi (?:impose|oblige|exige)|est tenu de|obligation légale/i
    for (const { title, note } of REGISTER.filter((rule) => rule.kind !== 'L'))
      expect(`${title} ${note}`).not.toMatch(duty)
    for (const { source } of REGISTER.filter((rule) => rule.kind === 'R'))
      expect(source.article).toMatch(/Angleterre|Écosse|New York/)
  })

  test('every family is a code of the nomenclature', () => {
    const sql = readFileSync(new URL('../../db/migrations/0070_nomenclature.sql', import.meta.url), 'utf8')
    const codes = new Set([...sql.matchAll(/\('([a-z._]+)', (?:null|')/g)].map(([, code = '']) => code))
    for (const code of REGISTER.flatMap((rule) => rule.families)) expect(codes).toContain(code)
  })
})

describe('what starts', () => {
  test('a written demand about mould opens a remedy in two months, and a door that closes in twelve', () => {
    expect(ids('told_in_writing', 'damp.rooms')).toEqual(['written_demand', 'mediator_access'])
    expect(findRule('mediator_access')?.bound).toBe('tenant')
  })

  test('telling a lift failure starts the lift’s rules, and those of a door’s intercom do not come along', () => {
    expect(ids('told', 'equipment.lift')).toContain('lift_repair_in_contract')
    expect(ids('told', 'equipment')).not.toContain('lift_repair_in_contract')
    expect(ids('told', 'locks')).not.toContain('lift_repair_in_contract')
  })

  test('before 27 October 2025 England’s ten days are no mark for anybody', () => {
    expect(ids('told', 'damp', calendarDay('2025-10-26'))).not.toContain('awaab_investigation')
    expect(ids('told', 'damp', calendarDay('2025-10-27'))).toContain('awaab_investigation')
  })

  test('a charter counts beside the register, from its first to its last day', () => {
    const rule = findRule('written_demand')
    if (!rule) throw new Error('no such rule')
    const charter: DeadlineRule = {
      ...rule,
      id: 'charter',
      kind: 'C',
      startsOn: 'told',
      families: ['locks'],
      validFrom: calendarDay('2026-01-01'),
      validUntil: calendarDay('2026-06-30'),
    }
    const started = (day: string) =>
      rulesStartedBy({ trigger: 'told', family: 'locks', on: calendarDay(day), charter: [charter] }).map(
        (r) => r.id,
      )
    expect(started('2026-01-01')).toContain('charter')
    expect(started('2026-06-30')).toContain('charter')
    expect(started('2026-07-01')).not.toContain('charter')
    expect(started('2025-12-31')).not.toContain('charter')
  })

  test('a family that nobody knows starts only what is for all', () => {
    for (const rule of rulesStartedBy({ trigger: 'told', family: 'unknown', on, charter: [] }))
      expect(rule.families).toEqual([])
  })
})
