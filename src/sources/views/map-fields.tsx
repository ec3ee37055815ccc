import { Choice, Field, type FormState, Tick } from '../../ui/form.tsx'
import { formatCount, quote } from '../../ui/format.fr.ts'
import type { Option } from '../../ui/options.tsx'
import { Options } from '../../ui/options.tsx'
import { DATE_FORMATS, OUTCOME_OPTIONS, STATUS_OPTIONS, TIME_ZONES } from './map-words.fr.ts'

export type ShownValue = { readonly value: string; readonly rows: number | undefined }

type ShownValues = { readonly statut: readonly ShownValue[]; readonly issue: readonly ShownValue[] }

export type MapFieldsProps = {
  readonly form: FormState
  readonly headers: readonly string[]
  /** Why each column was suggested, by name of field. */
  readonly because: Readonly<Record<string, string>>
  /** The values of the columns chosen for the status and for the reason of closing, in the order of the form. */
  readonly values: ShownValues
}

const NONE: Option = { value: '', label: 'Aucune' }

const columnsOf = (headers: readonly string[]): readonly Option[] => [
  NONE,
  ...headers.map((header) => ({ value: header, label: header })),
]

type ColumnProps = MapFieldsProps & { readonly name: string; readonly label: string; readonly hint: string }

/** One role, one column of the file; the reason of the suggestion stands with the hint. */
const ColumnField = ({ form, headers, because, name, label, hint }: ColumnProps) => {
  const why = because[name]
  return (
    <Field
      form={form}
      name={name}
      label={label}
      hint={why === undefined || form.values[name] === '' ? hint : `${hint} Proposée\u202f: ${why}.`}
      options={columnsOf(headers)}
    />
  )
}

export const CaseFields = (p: MapFieldsProps) => (
  <fieldset>
    <legend>Une demande</legend>
    <ColumnField
      {...p}
      name="numero"
      label="Numéro de la demande"
      hint="Ce qui la distingue des autres. Sans numéro, chaque ligne est une demande."
    />
    <Field
      form={p.form}
      name="repetitions"
      label="Quand un numéro revient"
      options={[
        { value: 'first', label: 'garder la première ligne, rejeter les autres' },
        { value: 'last', label: 'garder la dernière ligne, rejeter les autres' },
        { value: 'error', label: 'ne pas lire le fichier' },
      ]}
    />
    <ColumnField
      {...p}
      name="ouverture"
      label="Jour d’ouverture"
      hint="Quand la demande a été enregistrée."
    />
    <ColumnField {...p} name="fermeture" label="Jour de clôture" hint="Vide tant que la demande attend." />
    <Field
      form={p.form}
      name="format_dates"
      label="Comment les dates sont écrites"
      hint={
        p.because['format_dates'] ??
        'Palier décide d’après toute la colonne, jamais ligne par ligne. Choisissez seulement si deux lectures sont possibles.'
      }
      options={withCurrent(DATE_FORMATS, p.form.values['format_dates'])}
    />
    <Field
      form={p.form}
      name="fuseau"
      label="Heure du lieu"
      hint="Un jour commence à minuit là où les demandes sont faites."
      options={withCurrent(TIME_ZONES, p.form.values['fuseau'])}
    />
  </fieldset>
)

/** A map that was brought may name what the list does not: it stays, and is said as it is. */
const withCurrent = (options: readonly Option[], current = ''): readonly Option[] =>
  options.some(({ value }) => value === current) ? options : [...options, { value: current, label: current }]

export const GroupFields = (p: MapFieldsProps) => (
  <fieldset>
    <legend>Par quoi comparer</legend>
    <ColumnField {...p} name="lieu" label="Lieu" hint="Résidence, quartier, agence." />
    <ColumnField {...p} name="categorie" label="Famille de demandes" hint="Chauffage, ascenseur, fuite." />
  </fieldset>
)

export const StatusFields = (p: MapFieldsProps) => (
  <fieldset>
    <legend>Ce que disent les statuts</legend>
    <ColumnField
      {...p}
      name="statut"
      label="Statut"
      hint="S’il dit le contraire des dates, la ligne est rejetée et vous la verrez."
    />
    <Meanings {...p} name="statut" options={STATUS_OPTIONS} caption="Chaque statut" />
    <Tick
      form={p.form}
      name="sans_doublons"
      label="Ne pas compter les doublons"
      small="Sinon ils comptent, comme le fichier le dit."
    />
    <ColumnField
      {...p}
      name="issue"
      label="Motif de clôture"
      hint={'Une clôture sans motif compte comme «\u202fautre fin\u202f».'}
    />
    <Meanings {...p} name="issue" options={OUTCOME_OPTIONS} caption="Chaque motif" />
  </fieldset>
)

type MeaningProps = MapFieldsProps & {
  readonly name: 'statut' | 'issue'
  readonly options: readonly Option[]
  readonly caption: string
}

const Meanings = ({ form, values, name, options, caption }: MeaningProps) => {
  const shown = values[name]
  if (shown.length === 0) return null
  return (
    <fieldset class="field">
      <legend>{caption}</legend>
      {shown.map(({ value, rows }, i) => (
        <div class="field" key={value}>
          <input type="hidden" name={`${name}_valeur_${i}`} value={value} />
          <label for={`${name}_sens_${i}`}>
            <bdi>{value === '' ? '(vide)' : value}</bdi>
            {rows === undefined ? null : <span class="quiet"> {formatCount(rows, 'ligne')}</span>}
          </label>
          <select id={`${name}_sens_${i}`} name={`${name}_sens_${i}`}>
            <Options options={options} value={form.values[`${name}_sens_${i}`] ?? ''} />
          </select>
        </div>
      ))}
    </fieldset>
  )
}

export const ExtractionFields = ({ form }: MapFieldsProps) => (
  <fieldset>
    <legend>Quand et comment le fichier a été tiré</legend>
    <Field
      form={form}
      name="etat_au"
      type="date"
      label="Date d’extraction"
      hint={
        'Le dernier jour que le fichier connaît\u202f: une demande encore ouverte ce jour-là attend toujours.'
      }
      required
    />
    <Field
      form={form}
      name="etat_heure"
      label="Heure d’extraction"
      hint="Si vous la connaissez, comme 21:30, à l’heure du lieu choisie plus haut. Sans elle, le fichier connaît le jour entier."
      maxLength={8}
    />
    <Choice
      form={form}
      name="regle"
      legend={
        'Le fichier contient-il les demandes plus anciennes que telle date seulement si elles étaient encore ouvertes ce jour-là\u202f?'
      }
      hint={
        'C’est le cas après un changement de logiciel\u202f: les vieilles demandes déjà closes n’ont pas été reprises. Sans le dire, l’attente paraîtrait plus longue qu’elle n’est.'
      }
      options={[
        { value: '', label: 'Non, toutes les demandes y sont' },
        { value: 'depuis', label: 'Oui, à partir d’une date', small: 'Écrivez-la ci-dessous.' },
      ]}
    />
    <Field
      form={form}
      name="entree_le"
      type="date"
      label="Cette date"
      hint={`Seulement si vous avez répondu ${quote('oui, à partir d’une date')}.`}
    />
  </fieldset>
)
