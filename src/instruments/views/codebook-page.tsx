import { DataTable } from '../../ui/table.tsx'
import type { Form } from '../domain/form.ts'
import type { Instrument } from '../store.ts'
import { codebookOf } from './codebook.fr.ts'

type Props = { readonly instrument: Instrument & { readonly form: Form } }

export const CodebookPage = ({ instrument: { id, title, version, form } }: Props) => (
  <>
    <h1>Livret des codes</h1>
    <p class="lead">
      <bdi>{title}</bdi>
    </p>
    <p class="quiet">
      Version <code class="fingerprint">{version}</code>
    </p>
    <DataTable
      caption="Réponses de ce questionnaire"
      rows={codebookOf(form)}
      keyOf={({ path }) => path}
      columns={[
        { header: 'Réponse', cell: ({ path }) => <code>{path}</code> },
        { header: 'Sorte', cell: ({ type }) => type },
        { header: 'Question', cell: ({ label }) => <bdi>{label}</bdi> },
        { header: 'Valeurs', cell: ({ choices }) => <Values choices={choices} /> },
        { header: 'Posée si', cell: ({ relevant }) => relevant },
        { header: 'Obligatoire', cell: ({ required }) => required },
        { header: 'Condition ou calcul', cell: ({ constraint, calculation }) => constraint || calculation },
      ]}
    />
    <div class="acts">
      <a class="btn" href={`/questionnaires/${id}/codes.csv`}>
        Prendre ce livret en CSV
      </a>
      <a href={`/questionnaires/${id}`}>Revenir au questionnaire</a>
    </div>
  </>
)

const Values = ({ choices }: Pick<ReturnType<typeof codebookOf>[number], 'choices'>) =>
  choices.length === 0 ? null : (
    <ul class="bare">
      {choices.map(({ name, label }) => (
        <li key={name}>
          <code>{name}</code> <bdi>{label}</bdi>
        </li>
      ))}
    </ul>
  )
