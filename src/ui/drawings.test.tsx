import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { Clocks } from './clocks.tsx'
import { DoorBar, DoorsGrid } from './doors-grid.tsx'
import { lightOf } from './facade-window.tsx'
import { Facade } from './facade.tsx'
import { doorFloors, staircases } from './gallery-samples.ts'
import { threadEvents } from './gallery-thread.ts'
import { Thread } from './thread.tsx'
import { climbOf, Tiers } from './tiers.tsx'

/** What is read: no tags, plain spaces. */
const read = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
const plain = (html: string): string => html.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('the façade', () => {
  const html = plain(render(<Facade id="c" label="Façade du bâtiment C" staircases={staircases} />))

  it.each([
    ['4e étage, porte C : au moins 402 jours', 'a wait says its floor in days'],
    ['4e étage, porte A : pas d’attente', 'a closed shutter is said'],
    ['3e étage, porte A : pas encore rencontré', 'not met is not the same as not waiting'],
  ])('%s: %s', (said) => expect(html).toContain(`aria-label="${said}"`))

  it('keeps the homes not met apart from those that do not wait', () => {
    const unmet = staircases
      .flatMap((s) => s.floors.flatMap((f) => f.homes))
      .filter((h) => h.state === 'unknown')
    expect(html.match(/class="unmet"/g)).toHaveLength(unmet.length + 1) // and one in the legend
  })

  it('says how many people were met and never who; a door not listed is no window', () => {
    const homes = [
      { label: '1er étage, gauche', state: 'met', people: 2, href: '/chez' },
      { label: '1er étage, face', state: 'met', people: 1 },
      { label: '1er étage, droite', state: 'unlisted' },
    ] as const
    const drawn = plain(
      render(
        <Facade
          id="m"
          label="x"
          scale="met"
          staircases={[{ id: 'e', name: '1', label: 'Entrée 1', floors: [{ short: '1', homes }] }]}
        />,
      ),
    )
    expect(drawn).toContain('href="/chez" aria-label="1er étage, gauche : 2 personnes rencontrées"')
    expect(drawn).toContain('aria-label="1er étage, face : 1 personne rencontrée"')
    expect(drawn).toContain('aria-label="1er étage, droite : porte pas encore notée"')
    expect(read(drawn)).toBe(
      '1 2 1 1 2 rencontré, avec le nombre de personnes pas encore rencontré porte pas encore notée',
    )
  })

  it('draws a landing of one home, and one of nine', () => {
    const floors = [1, 9].map((n) => ({
      short: String(n),
      homes: Array.from({ length: n }, (_, i) => ({ label: `${n}-${i}`, state: 'none' as const })),
    }))
    const drawn = render(
      <Facade id="x" label="x" staircases={[{ id: 'e', name: '1', label: 'Entrée 1', floors }]} />,
    )
    expect(drawn.match(/role="img"/g)).toHaveLength(10)
    const windows = [...drawn.matchAll(/class="frame" x="(\d+)" y="(\d+)"/g)].map(([, x, y]) => `${x} ${y}`)
    expect(new Set(windows.slice(0, 10)).size).toBe(10) // none over another, none outside on the left
  })
})

it.each([
  [0, 1],
  [30, 1],
  [31, 2],
  [92, 3],
  [183, 4],
  [365, 4],
  [366, 5],
  [4000, 5],
])('after %i days the light is of degree %i', (days, light) => expect(lightOf(days)).toBe(light))

describe('the thread', () => {
  const html = render(<Thread events={threadEvents} />)

  it('says each event: when, what, who, on what it rests', () =>
    expect(plain(read(html))).toContain(
      'jeudi 9 juillet 2026 Demande enregistrée sous le n° 26-4471 6 juillet : date corrigée le 12 juillet d’après le message reçu. L’horloge du bailleur part, 7 jours après la vôtre. Bailleur, par message capture d’écran',
    ))

  it('gives a machine-readable day only to what is known to the day', () => {
    expect(html).toContain('<time datetime="2026-07-02">')
    expect(html).toContain('<span class="when">vers mai 2026</span>')
  })

  it('ends the slate strand at the closure and lets the brick one run', () => {
    expect(html).toMatch(/class="t b1 theirs stop"[^]*Dossier clos/)
    expect(html).toMatch(/class="run"[^]*L’attente continue/)
  })
})

describe('the clocks', () => {
  const html = read(
    render(
      <Clocks
        today={143}
        ours={{ from: 0, note: 'Du premier signalement.' }}
        theirs={{ from: 7, to: 57, note: 'Close.' }}
      />,
    ),
  )
  it('says «au moins» of the one that runs, and not of the one that stopped', () =>
    expect(html).toBe(
      'La vôtre au moins 143 jours Du premier signalement. Celle du bailleur 50 jours Close.',
    ))

  it('stands on the first day, when nothing has lasted yet', () =>
    expect(render(<Clocks today={0} ours={{ from: 0, note: 'Aujourd’hui.' }} />)).not.toMatch(/NaN|Infinity/))
})

describe('the tiers', () => {
  it.each([
    [0, 0, 'nothing yet'],
    [10, 25, 'half of the first landing'],
    [20, 50, 'on the first landing'],
    [35, 77.5, 'half way to the second'],
    [80, 160, 'on the last'],
    [500, 160, 'beyond the last: no higher'],
  ])('%i supports stand at %d: %s', (count, height) => expect(climbOf(count, [20, 50, 80])).toBe(height))

  it('says which are reached, and what each triggers', () => {
    const html = plain(
      render(
        <Tiers
          count={37}
          tiers={[
            { at: 20, triggers: 'Réunion.', reachedOn: '9 octobre' },
            { at: 50, triggers: 'Étude.' },
          ]}
        />,
      ),
    )
    expect(html).toContain('aria-label="37 soutiens. Palier à 20 : atteint. Palier à 50 : à venir."')
    expect(read(html)).toContain('20 soutiens Réunion. Atteint le 9 octobre 50 soutiens Étude.')
  })
})

describe('door to door', () => {
  it('says letter and word of each door, and what is not sent', () => {
    const said = read(render(<DoorsGrid floors={doorFloors} />))
    expect(said).toContain('A parlé B à 18 h , pas encore envoyé C refus D absent')
  })

  it('never hides what is left to send', () =>
    expect(read(render(<DoorBar held={0} online href="#" />))).toBe('Reste à envoyer : 0 Connecté'))
})
