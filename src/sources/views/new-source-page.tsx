import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import type { Option } from '../../ui/options.tsx'
import type { FileScope } from '../domain/vintage.ts'
import { sayBytes } from './file-words.fr.ts'

const LABELS = {
  nom: 'Nom de la source',
  convention: 'Convention',
  bailleur: 'À qui sont ces demandes',
  fichier: 'Fichier',
} as const

const ACCEPT = '.csv,.tsv,.txt,.xlsx,.xls,.ods,.parquet,.gz,.zip'

type FileProps = { readonly form: FormState; readonly limit: number }

const FileField = ({ form, limit }: FileProps) => (
  <>
    <Field
      form={form}
      name="fichier"
      type="file"
      label={LABELS.fichier}
      hint={`CSV, Excel, LibreOffice ou Parquet, seul ou dans une archive gz ou zip\u202f; ${sayBytes(limit)} au plus.`}
      accept={ACCEPT}
      required
    />
    <p class="quiet">
      L’envoi d’un gros fichier dure. S’il est coupé, rien n’en est gardé{'\u202f'}: recommencez. Le fichier
      attend sur le serveur le temps d’être lu, un jour au plus, puis il est effacé.
    </p>
  </>
)

type NewProps = FileProps & {
  readonly agreements: readonly Option[]
  /** None where it is known whose they are. */
  readonly landlords: readonly Option[]
}

export const NewSourcePage = ({ form, limit, agreements, landlords }: NewProps) => (
  <>
    <h1>Charger une source</h1>
    <p class="lead">
      D’abord le fichier. Vous direz ensuite ce que ses colonnes veulent dire, puis il sera lu.
    </p>
    <ErrorSummary form={form} labels={LABELS} />
    <Form files>
      <Field
        form={form}
        name="nom"
        label={LABELS.nom}
        hint={'Comme vous la nommez entre vous, par exemple «\u202fDemandes, Toits d’Auvelle\u202f».'}
        maxLength={300}
        required
      />
      <Field
        form={form}
        name="convention"
        label={LABELS.convention}
        options={[{ value: '', label: 'Choisissez' }, ...agreements]}
        required
      />
      {landlords.length === 0 ? null : (
        <Field
          form={form}
          name="bailleur"
          label={LABELS.bailleur}
          hint="Laissez ainsi si le fichier mêle plusieurs bailleurs."
          options={[{ value: '', label: 'À plusieurs, ou on ne sait pas' }, ...landlords]}
        />
      )}
      <FileField form={form} limit={limit} />
      <div class="acts">
        <button class="btn" type="submit">
          Envoyer le fichier
        </button>
        <a href="/sources">Ne rien charger</a>
      </div>
    </Form>
  </>
)

type NextProps = FileProps & { readonly id: string; readonly name: string; readonly scope: FileScope }

export const NextFilePage = ({ form, limit, id, name, scope }: NextProps) => (
  <>
    <h1>{scope === 'whole' ? 'Charger le fichier suivant' : 'Charger des lignes corrigées'}</h1>
    <p class="lead">
      <bdi>{name}</bdi>
    </p>
    <p>{SCOPE_WORDS[scope]}</p>
    <ErrorSummary form={form} labels={LABELS} />
    <Form action={`/sources/${id}/${scope === 'whole' ? 'fichier' : 'corrections'}`} files>
      <FileField form={form} limit={limit} />
      <div class="acts">
        <button class="btn" type="submit">
          Envoyer le fichier
        </button>
        <a href={`/sources/${id}`}>Ne rien charger</a>
      </div>
    </Form>
  </>
)

const SCOPE_WORDS: Readonly<Record<FileScope, string>> = {
  whole:
    'Un fichier plus récent, ou le même corrigé, entier. Palier le compare au précédent par le numéro des demandes et dit ce qui a changé\u202f; le même fichier deux fois ne change rien.',
  corrections:
    'Un fichier qui a les mêmes colonnes que le dernier lu, avec seulement les lignes que vous avez corrigées dans votre export. Les autres demandes restent telles quelles.',
}
