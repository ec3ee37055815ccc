import type { Imported } from '../actions/import-homes.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import { formatCount, formatNumber } from '../../ui/format.fr.ts'
import { Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import type { Estate } from '../domain/place.ts'
import { ESTATE_OF_EACH_ROW, sayReject } from '../words.fr.ts'

type FormProps = { readonly form: FormState; readonly estates: readonly Estate[] }

/** A table of homes to send. */
export const ImportPage = ({ form, estates }: FormProps) => (
  <>
    <h1>Importer des logements</h1>
    <p class="lead">
      Un fichier CSV, une ligne par logement, avec les colonnes Résidence, Bâtiment, Entrée, Étage, Porte, et
      si vous les avez Libellé et Adresse.
    </p>
    <p>
      Importer deux fois le même fichier ne change rien. Ce qui n’est pas compris vous est rendu, ligne par
      ligne.
    </p>
    <Form files>
      <ErrorSummary form={form} labels={{ fichier: 'Le fichier', residence: 'La résidence' }} />
      <Field
        form={form}
        name="fichier"
        label="Fichier CSV"
        hint="2 Mo et 5000 lignes au plus."
        type="file"
        accept=".csv,text/csv"
        required
      />
      <Field
        form={form}
        name="residence"
        label="Résidence"
        options={[
          { value: '', label: ESTATE_OF_EACH_ROW },
          ...estates.map(({ id, name, commune, landlord }) => ({
            value: id,
            label: `${name} (${commune.name}, ${landlord.name})`,
          })),
        ]}
      />
      <div class="acts">
        <button class="btn" type="submit">
          Importer
        </button>
      </div>
    </Form>
  </>
)

const SHOWN = 50

/** What the import changed, and what it left out. */
export const ImportedPage = ({ done }: { done: Imported }) => {
  const isNothing = done.homes + done.relabelled + done.buildings + done.staircases + done.widened === 0
  return (
    <>
      <h1>Import terminé</h1>
      <Notice tone={done.rejects.length === 0 ? 'moss' : 'slate'}>
        <p>
          <strong>
            {isNothing
              ? 'Rien n’a changé'
              : `${formatCount(done.homes, 'logement ajouté', 'logements ajoutés')}`}
            .
          </strong>{' '}
          {done.unchanged === 0
            ? null
            : `${formatCount(done.unchanged, 'était déjà là', 'étaient déjà là')}.`}
        </p>
      </Notice>
      <DefinitionList
        items={[
          { term: 'Bâtiments ajoutés', value: formatNumber(done.buildings) },
          { term: 'Entrées ajoutées', value: formatNumber(done.staircases) },
          { term: 'Entrées agrandies', value: formatNumber(done.widened) },
          { term: 'Libellés changés', value: formatNumber(done.relabelled) },
        ]}
      />
      {done.rejects.length === 0 ? null : <Rejects done={done} />}
      <div class="acts">
        <a class="btn second" href="/lieux">
          Voir les lieux
        </a>
        <a class="btn second" href="/lieux/importer">
          Importer un autre fichier
        </a>
      </div>
    </>
  )
}

const Rejects = ({ done: { header, rejects } }: { done: Imported }) => (
  <section class="part" aria-labelledby="rejets">
    <h2 id="rejets">{formatCount(rejects.length, 'ligne laissée de côté', 'lignes laissées de côté')}</h2>
    <p>
      Palier ne garde pas ces lignes. Téléchargez-les, corrigez-les dans votre tableur, et importez-les à leur
      tour.
    </p>
    <DataTable
      caption={
        rejects.length > SHOWN ? `Les ${SHOWN} premières lignes laissées de côté` : 'Lignes laissées de côté'
      }
      rows={rejects.slice(0, SHOWN)}
      keyOf={({ line }) => String(line)}
      columns={[
        { header: 'Ligne', cell: ({ line }) => String(line) },
        { header: 'Motif', cell: sayReject },
        { header: 'Ce qui était écrit', cell: ({ cells }) => <bdi>{cells.join(' ; ')}</bdi> },
      ]}
    />
    <Form action="/lieux/importer/rejets">
      <input type="hidden" name="rejets" value={JSON.stringify({ header, rejects })} />
      <div class="acts">
        <button class="btn" type="submit">
          Télécharger les rejets
        </button>
      </div>
    </Form>
  </section>
)
