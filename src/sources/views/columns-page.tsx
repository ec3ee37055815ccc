import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import type { InspectedFile } from '../domain/inspected-file.ts'
import { ENCODING_WORDS, SEPARATOR_WORDS } from './file-words.fr.ts'
import { InspectedFilePart, type ShownSensitive } from './inspected-file-part.tsx'
import {
  CaseFields,
  ExtractionFields,
  GroupFields,
  type MapFieldsProps,
  StatusFields,
} from './map-fields.tsx'
import { MAP_FIELDS } from './map-words.fr.ts'

type Props = Omit<MapFieldsProps, 'headers'> & {
  readonly source: { readonly id: string; readonly name: string }
  readonly file: InspectedFile
  readonly sensitive: readonly ShownSensitive[]
  /** Columns of addresses that rows share. */
  readonly buildings: readonly string[]
  /** The habits of a known program, when the columns are its own. */
  readonly preset: string | undefined
}

/** What each column of a file means, said once, on one page, before a row of it is kept. */
export const ColumnsPage = ({ source, file, sensitive, buildings, preset, ...fields }: Props) => {
  const refused = new Set(sensitive.filter((s) => !s.allowed).map((s) => s.header))
  const headers = file.headers.filter((header) => !refused.has(header))
  return (
    <>
      <h1>Les colonnes du fichier</h1>
      <p class="lead">
        Dites ce que chaque colonne veut dire. Rien n’est gardé avant que vous ne lanciez la lecture.
        {preset === undefined
          ? null
          : ` Les colonnes sont celles de ${preset}\u202f: la proposition en vient.`}
      </p>
      <ErrorSummary form={fields.form} labels={MAP_FIELDS} />
      <InspectedFilePart file={file} sensitive={sensitive} buildings={buildings} />
      <Form label="Ce que veulent dire les colonnes">
        <section class="part">
          <h2>Ce que veulent dire les colonnes</h2>
          <CaseFields {...fields} headers={headers} />
          <GroupFields {...fields} headers={headers} />
          <StatusFields {...fields} headers={headers} />
          <ExtractionFields {...fields} headers={headers} />
        </section>
        <ReadAgain form={fields.form} file={file} />
        <div class="acts">
          <button class="btn" type="submit" name="act" value="lire">
            Lire le fichier
          </button>
          <button class="btn second" type="submit" name="act" value="revoir">
            Revoir avec ces colonnes
          </button>
          <button class="btn second" type="submit" name="act" value="emporter">
            Emporter cette carte (JSON)
          </button>
        </div>
      </Form>
      <BringMap form={fields.form} sourceId={source.id} />
    </>
  )
}

const CHANGE_THEN_SEE = 'Changez, puis choisissez «\u202fRevoir avec ces colonnes\u202f».'

/** What was decided from the first lines of the file may be wrong: it is said, and can be changed. */
const ReadAgain = ({ form, file }: { form: FormState; file: InspectedFile }) =>
  file.text === null && file.otherSheets.length === 0 ? null : (
    <details>
      <summary>Le fichier est mal lu{'\u202f'}?</summary>
      <p>{CHANGE_THEN_SEE}</p>
      {file.text === null ? null : (
        <>
          <Field
            form={form}
            name="encodage"
            label={MAP_FIELDS.encodage}
            options={asOptions(ENCODING_WORDS)}
          />
          <Field
            form={form}
            name="separateur"
            label={MAP_FIELDS.separateur}
            options={asOptions(SEPARATOR_WORDS)}
          />
        </>
      )}
      {file.otherSheets.length === 0 ? null : (
        <Field
          form={form}
          name="feuille"
          label={MAP_FIELDS.feuille}
          options={[file.sheet ?? '', ...file.otherSheets.map(({ name }) => name)].map((name) => ({
            value: name,
            label: name,
          }))}
        />
      )}
    </details>
  )

const asOptions = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const BringMap = ({ form, sourceId }: { form: FormState; sourceId: string }) => (
  <section class="part">
    <h2>Une carte déjà faite</h2>
    <p>
      La même carte sert ici et en ligne de commande (<code>MAP.json</code>). Celle que vous apportez remplace
      ce qui est écrit ci-dessus.
    </p>
    <Form action={`/sources/${sourceId}/colonnes`} files label="Apporter une carte">
      <Field form={form} name="carte" type="file" label={MAP_FIELDS.carte} accept=".json,application/json" />
      <div class="acts">
        <button class="btn second" type="submit" name="act" value="apporter">
          Apporter cette carte
        </button>
      </div>
    </Form>
  </section>
)
