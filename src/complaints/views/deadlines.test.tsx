import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { copyOf, findRule } from '../../deadlines/public.ts'
import { calendarDay as day } from '../../kernel/calendar-day.ts'
import { Deadlines } from './deadlines.tsx'

test.each([
  ['upkeep_without_figure', true, 'La loi ne donne pas de nombre de jours.'],
  ['heating_repair_without_figure', false, 'Nous n’avons pas trouvé de texte qui donne un délai.'],
])('%s carries the claim of law: %s; it says «%s»', (id, isLaw, said) => {
  const rule = findRule(id)
  if (!rule) throw new Error(`no rule ${id}`)
  const started = { earliest: day('2026-07-03'), latest: day('2026-07-03') }
  const html = render(
    <Deadlines
      complaintId="019ab0c0-0000-7000-8000-000000000001"
      deadlines={[{ rule: copyOf(rule), run: 1, started }]}
      zone="national"
      today={day('2026-11-23')}
    />,
  )
  expect(html.includes('class="type L"')).toBe(isLaw)
  expect(html.includes('aucun texte trouvé')).toBe(!isLaw)
  expect(html).toContain(said)
})
