import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatDay } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import { isSensitiveKind, SENSITIVE_WORDS } from './sensitive-words.fr.ts'

export type ShownAgreement = {
  readonly id: string
  readonly title: string
  readonly giver: string
  readonly purpose: string
  readonly validFrom: CalendarDay
  readonly validUntil: CalendarDay
  readonly allowedColumns: readonly string[]
  readonly endedAt: CalendarDay | undefined
}

/** «vaut jusqu’au 31 décembre 2026», «terminée le 3 mars 2026»: what holds today, said first. */
export function sayAgreement(a: ShownAgreement, today: CalendarDay): string {
  if (a.endedAt) return `terminée le ${formatDay(a.endedAt)}`
  if (a.validUntil < today) return `échue le ${formatDay(a.validUntil)}`
  if (a.validFrom > today) return `vaudra à partir du ${formatDay(a.validFrom)}`
  return `vaut jusqu’au ${formatDay(a.validUntil)}`
}

export const isInForce = (a: ShownAgreement, today: CalendarDay): boolean =>
  !a.endedAt && a.validFrom <= today && a.validUntil >= today

export const sayAllowed = (columns: readonly string[]): string =>
  columns.length === 0
    ? 'aucune'
    : columns
        .filter(isSensitiveKind)
        .map((kind) => SENSITIVE_WORDS[kind].name.toLowerCase())
        .join(', ')

type Props = {
  readonly agreements: readonly ShownAgreement[]
  readonly today: CalendarDay
  readonly mayAgree: boolean
}

export const AgreementsPage = ({ agreements, today, mayAgree }: Props) => (
  <>
    <h1>Conventions de données</h1>
    <p class="lead">
      Un fichier n’entre ici que sous une convention{'\u202f'}: qui le donne, à quoi il sert, jusqu’à quand,
      et ce qu’il peut dire des personnes.
    </p>
    {agreements.length === 0 ? (
      <EmptyState
        sentence={
          mayAgree
            ? 'Aucune convention. Notez la première, puis chargez un fichier.'
            : 'Aucune convention. Une personne qui décide des données de cet espace doit la noter d’abord.'
        }
      />
    ) : (
      <DataTable
        caption="Conventions"
        rows={agreements}
        keyOf={(a) => a.id}
        columns={[
          { header: 'Convention', cell: (a) => <bdi>{a.title}</bdi> },
          { header: 'Donnée par', cell: (a) => <bdi>{a.giver}</bdi> },
          { header: 'Sert à', cell: (a) => <bdi>{a.purpose}</bdi> },
          { header: 'Validité', cell: (a) => sayAgreement(a, today) },
          { header: 'Colonnes personnelles permises', cell: (a) => sayAllowed(a.allowedColumns) },
          ...(mayAgree
            ? [
                {
                  header: 'Décision',
                  cell: (a: ShownAgreement) =>
                    a.endedAt ? null : <a href={`/sources/accords/${a.id}/terminer`}>Mettre fin</a>,
                },
              ]
            : []),
        ]}
      />
    )}
    {mayAgree ? (
      <div class="acts">
        <a class="btn" href="/sources/accords/nouveau">
          Noter une convention
        </a>
      </div>
    ) : null}
  </>
)
