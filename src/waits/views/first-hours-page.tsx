import type { Figure } from '../../measure/figure.ts'
import { Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { counted } from '../domain/counted.fr.ts'
import { FIRST_HOURS, type FirstHours, type NoFirstHours } from '../domain/first-hours.ts'
import { HowCounted } from './how-counted.tsx'
import { outOfHundred } from './staircase-words.fr.ts'

const NOTHING: Readonly<Record<NoFirstHours['because'], string>> = {
  hours_not_told:
    'Ce fichier ne dit pas à quelle heure les demandes s’ouvrent et se closent, ou ne le dit pas assez souvent\u202f: il n’y a pas de chiffre en heures.',
  too_few_cases:
    'Moins de dix demandes ont été suivies trois jours entiers\u202f: il n’y a pas de chiffre en heures.',
}

type Props = {
  readonly name: string
  readonly source: string
  readonly hours: Figure<FirstHours> | NoFirstHours
  readonly back: string
}

/** The first three days, hour by hour: what an emergency is judged by. */
export const FirstHoursPage = ({ name, source, hours, back }: Props) => (
  <>
    <p>
      <a href={back}>Revenir aux attentes</a>
    </p>
    <h1>Les {FIRST_HOURS} premières heures</h1>
    <p>
      {name}, {source}. Horloge du bailleur, de l’ouverture à la clôture. Seules comptent les demandes
      ouvertes assez tôt pour avoir été suivies trois jours entiers.
    </p>
    {'because' in hours ? (
      <Notice tone="lamp">
        <p>{NOTHING[hours.because]}</p>
      </Notice>
    ) : (
      <HoursTable figure={hours} />
    )}
  </>
)

const HoursTable = ({ figure }: { figure: Figure<FirstHours> }) => (
  <section class="part">
    <DataTable
      caption="Sur 100 demandes, attendent encore"
      rows={figure.value.rows}
      keyOf={({ hours }) => String(hours)}
      columns={[
        { header: 'Temps écoulé', cell: ({ hours }) => `Après ${counted(hours, 'heure', 'heures')}` },
        { header: 'Attendent encore', numeric: true, cell: ({ share }) => outOfHundred(share ?? 0) },
        { header: 'À 95\u202f%', numeric: true, cell: sayAround },
      ]}
    />
    {figure.value.untold > 0 ? (
      <p>
        {counted(figure.value.untold, 'demande close sans heure n’est', 'demandes closes sans heure ne sont')}{' '}
        pas comptée{figure.value.untold > 1 ? 's' : ''}.
      </p>
    ) : null}
    <HowCounted figure={figure} />
  </section>
)

const sayAround = ({ lower, upper }: FirstHours['rows'][number]): string =>
  lower === null || upper === null ? '–' : `${outOfHundred(lower)} à ${outOfHundred(upper)}`
