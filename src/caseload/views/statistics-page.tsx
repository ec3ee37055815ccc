import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatCount, formatDay, formatNumber } from '../../ui/format.fr.ts'
import { Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { CONTEMPTS } from '../../complaints/domain/event-kinds.ts'
import type { Counted, PromiseCount, Tallied } from '../store/statistics.ts'
import { BALL_WORDS, CONTEMPT_WORDS } from '../../complaints/public.ts'

export type Statistics = {
  readonly families: readonly Tallied[]
  readonly estates: readonly Tallied[]
  readonly landlords: readonly Tallied[]
  readonly balls: readonly Counted[]
  readonly promises: PromiseCount
  readonly missed: readonly Counted[]
  readonly contempts: readonly Counted[]
}
type Props = Statistics & { readonly today: CalendarDay }

const sum = (rows: readonly Tallied[], of: 'n' | 'running' | 'recurred'): number =>
  rows.reduce((total, row) => total + row[of], 0)

/** What the union knows of its own waits, in counts: exact, for itself, each table with what it rests on. */
export const StatisticsPage = (p: Props) => {
  const n = sum(p.families, 'n')
  return (
    <>
      <h1>Les chiffres des réclamations</h1>
      {n === 0 ? (
        <EmptyState sentence="Aucune réclamation n’est notée. Ces tableaux se rempliront d’eux-mêmes." />
      ) : (
        <Everything {...p} n={n} />
      )}
      <p>
        <a href="/reclamations">La liste des réclamations</a>
      </p>
    </>
  )
}

const Everything = (p: Props & { n: number }) => {
  const source = { n: p.n, running: sum(p.families, 'running'), today: p.today }
  return (
    <>
      <p class="lead">
        L’union suit {formatCount(p.n, 'réclamation')}, dont {formatNumber(source.running)} en cours.{' '}
        {recurrences(sum(p.families, 'recurred'))}
      </p>
      <Notice tone="lamp">
        <p>
          Ces nombres sont exacts et restent dans l’union. Ils ne doivent pas sortir tels quels{'\u202f'}: un
          petit nombre, dans une résidence, désigne quelqu’un.
        </p>
      </Notice>
      <p>
        Aucune durée médiane ici{'\u202f'}: elle se calcule en comptant les attentes qui durent encore, et
        c’est un autre travail que compter.
      </p>
      <TalliedTable id="familles" title="Par objet" head="Objet" rows={p.families} source={source} />
      <TalliedTable id="residences" title="Par résidence" head="Résidence" rows={p.estates} source={source} />
      <TalliedTable id="bailleurs" title="Par bailleur" head="Bailleur" rows={p.landlords} source={source} />
      <Balls {...p} source={source} />
      <Promises {...p} source={source} />
      <Lines {...p} source={source} />
    </>
  )
}

const recurrences = (n: number): string =>
  n === 0 ? 'Aucun problème n’est revenu.' : `Le problème est revenu dans ${formatNumber(n)} d’entre elles.`

type SourceProps = { readonly n: number; readonly running: number; readonly today: CalendarDay }

/** Under every table: how many, how many of them still run, on which day, and how it is counted. */
const Source = ({ n, running, today }: SourceProps) => (
  <p class="source">
    {formatCount(n, 'réclamation')}, dont {formatNumber(running)} en cours, au {formatDay(today)}. Méthode
    {'\u202f'}: compte les attentes en cours{'\u202f'}; une réclamation compte une fois, même si le problème
    est revenu.
  </p>
)

type TalliedProps = {
  readonly id: string
  readonly title: string
  readonly head: string
  readonly rows: readonly Tallied[]
  readonly source: SourceProps
}

const TalliedTable = ({ id, title, head, rows, source }: TalliedProps) => (
  <section class="part" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <DataTable
      caption={`Réclamations, ${title.toLowerCase()}`}
      rows={rows}
      keyOf={({ label }) => label}
      columns={[
        { header: head, cell: ({ label }) => <bdi>{label}</bdi> },
        { header: 'En tout', numeric: true, cell: ({ n }) => formatNumber(n) },
        { header: 'En cours', numeric: true, cell: ({ running }) => formatNumber(running) },
        { header: 'Réparé', numeric: true, cell: ({ gone }) => formatNumber(gone) },
        { header: 'Renoncé', numeric: true, cell: ({ givenUp }) => formatNumber(givenUp) },
        { header: 'Parti·es', numeric: true, cell: ({ movedOut }) => formatNumber(movedOut) },
        { header: 'Pas signalé', numeric: true, cell: ({ untold }) => formatNumber(untold) },
        { header: 'Clôture contestée', numeric: true, cell: ({ contested }) => formatNumber(contested) },
        { header: 'Revenu', numeric: true, cell: ({ recurred }) => formatNumber(recurred) },
      ]}
    />
    <Source {...source} />
  </section>
)

type CountProps = {
  readonly caption: string
  readonly head: string
  readonly rows: readonly (readonly [string, number])[]
}

const CountTable = ({ caption, head, rows }: CountProps) => (
  <DataTable
    caption={caption}
    rows={rows}
    keyOf={([label]) => label}
    columns={[
      { header: head, cell: ([label]) => label },
      { header: 'Nombre', numeric: true, cell: ([, n]) => formatNumber(n) },
    ]}
  />
)

const Balls = ({ balls, source }: Props & { source: SourceProps }) => (
  <section class="part" aria-labelledby="a-qui">
    <h2 id="a-qui">À qui d’agir, parmi les attentes en cours</h2>
    <CountTable
      caption="Attentes en cours, par qui doit agir"
      head="À qui"
      rows={(['landlord', 'household', 'nobody'] as const).map((key) => [
        BALL_WORDS[key],
        numberOf(balls, key),
      ])}
    />
    <Source {...source} />
  </section>
)

const numberOf = (rows: readonly Counted[], key: string): number =>
  rows.find((row) => row.key === key)?.n ?? 0

const Promises = ({ promises, source }: Props & { source: SourceProps }) => (
  <section class="part" aria-labelledby="promesses">
    <h2 id="promesses">Les promesses</h2>
    <p>
      {formatCount(promises.made, 'promesse faite', 'promesses faites')} par un bailleur ou une entreprise.
      Une promesse est tenue quand ce qui était promis a eu lieu{'\u202f'}; venir n’est pas réparer.
    </p>
    <CountTable
      caption="Ce que sont devenues les promesses"
      head="Promesses"
      rows={[
        ['Tenues à leur date', promises.kept],
        ['Tenues en retard', promises.late],
        ['Non tenues, leur date est passée', promises.broken],
        ['À venir', promises.awaited],
      ]}
    />
    <Source {...source} />
  </section>
)

const MISSED = {
  appointment_missed_by_landlord: 'Le bailleur n’est pas venu',
  appointment_missed_by_contractor: 'L’entreprise n’est pas venue',
  appointment_missed_by_tenant: 'Le foyer n’a pas pu être là',
} as const

const Lines = ({ missed, contempts, source }: Props & { source: SourceProps }) => (
  <section class="part" aria-labelledby="manques">
    <h2 id="manques">Rendez-vous manqués, manques de respect</h2>
    <CountTable
      caption="Rendez-vous manqués, par côté"
      head="Rendez-vous"
      rows={Object.entries(MISSED).map(([key, label]) => [label, numberOf(missed, key)])}
    />
    <CountTable
      caption="Manques de respect, tels que les foyers les disent"
      head="Ce qui s’est passé"
      rows={CONTEMPTS.map((key) => [CONTEMPT_WORDS[key], numberOf(contempts, key)])}
    />
    <Source {...source} />
  </section>
)
