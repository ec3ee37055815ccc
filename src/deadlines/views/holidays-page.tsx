import { HOLIDAY_ZONES, type HolidayZone } from '../../kernel/holiday-rules.ts'
import { sayHoliday, sayZone } from '../../kernel/holidays.fr.ts'
import { FIRST_HOLIDAY_YEAR, type Holiday, LAST_HOLIDAY_YEAR } from '../../kernel/holidays.ts'
import { sayWeekday } from '../../kernel/working-calendar.fr.ts'
import { Field } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'

type Props = {
  readonly year: string
  readonly zone: HolidayZone
  /** None when the year is not known. */
  readonly holidays: readonly Holiday[] | undefined
}

const COLUMNS = [
  { header: 'Jour', cell: (h: Holiday) => sayWeekday(h.day) },
  { header: 'Fête', cell: (h: Holiday) => sayHoliday(h.code) },
  { header: 'Code du travail', cell: (h: Holiday) => `art. ${h.article}` },
]

const REMARKS: Partial<Record<HolidayZone, string>> = {
  alsace_moselle:
    'Le Vendredi saint n’est férié que dans les communes qui ont un temple protestant ou une église mixte. Palier le compte férié partout en Alsace et Moselle\u202f: une échéance peut y tomber un jour plus tard, jamais trop tôt.',
  guadeloupe:
    'Le Vendredi saint et le 21 juillet sont chômés par usage\u202f: le Code du travail ne les nomme pas.',
  martinique:
    'Le Vendredi saint et le 21 juillet sont chômés par usage\u202f: le Code du travail ne les nomme pas.',
  saint_barthelemy:
    'Le 9 octobre depuis le décret du 23 avril 2012\u202f; avant, le 27 mai, comme en Guadeloupe.',
  saint_martin:
    'Le 28 mai depuis les circulaires de 2018 et 2019 (préfecture)\u202f; le Code du travail imprime encore le 27 mai.',
  mayotte:
    'Des fêtes musulmanes peuvent s’y ajouter par accord ou par usage\u202f: elles ne sont pas comptées.',
}

export const HolidaysPage = ({ year, zone, holidays }: Props) => (
  <>
    <h1>Jours fériés</h1>
    <p class="lead">
      Les jours que les délais en jours ouvrés et ouvrables sautent. Le lundi de Pentecôte est toujours férié,
      même là où l’on y travaille.
    </p>
    <form method="get" action="/jours-feries">
      <Field
        form={{ values: { annee: year }, errors: {} }}
        name="annee"
        label="Année"
        hint={`De ${FIRST_HOLIDAY_YEAR} à ${LAST_HOLIDAY_YEAR}.`}
        inputMode="numeric"
        maxLength={10}
      />
      <Field
        form={{ values: { zone }, errors: {} }}
        name="zone"
        label="Territoire"
        options={HOLIDAY_ZONES.map((value) => ({ value, label: sayZone(value) }))}
      />
      <div class="acts">
        <button class="btn second" type="submit">
          Voir
        </button>
      </div>
    </form>
    {holidays === undefined ? (
      <Notice tone="brick" alert>
        <p>
          Les jours fériés sont connus de {FIRST_HOLIDAY_YEAR} à {LAST_HOLIDAY_YEAR}. Écrivez une de ces
          années.
        </p>
      </Notice>
    ) : (
      <>
        <DataTable
          caption={`${sayZone(zone)}, ${year}`}
          columns={COLUMNS}
          rows={holidays}
          keyOf={(h) => `${h.day} ${h.code}`}
        />
        {REMARKS[zone] === undefined ? null : <p>{REMARKS[zone]}</p>}
      </>
    )}
    <p class="quiet">
      Nouvelle-Calédonie, Polynésie française et Wallis-et-Futuna suivent leur propre droit, que Palier ne
      connaît pas.
    </p>
  </>
)
