import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/form.tsx'
import { formatCount } from '../../ui/format.fr.ts'
import { type Column, DataTable } from '../../ui/table.tsx'
import { NOT_COUNTED } from '../domain/not-counted.fr.ts'
import { type DeadlineRule, foundNoText, KINDS } from '../domain/rule.ts'
import type { FamilyLabel } from '../store/directory.ts'
import {
  KIND_SENTENCES,
  NO_TEXT,
  sayCertainty,
  sayChecked,
  sayCountry,
  sayRuleLength,
  sayTrigger,
} from '../words.fr.ts'
import { RuleKind } from './rule-kind.tsx'

/** A rule and the page that says it whole; a published charter's has none. */
export type RegisterRow = { readonly rule: DeadlineRule; readonly from?: string }
type Props = {
  readonly rows: readonly RegisterRow[]
  readonly families: readonly FamilyLabel[]
  readonly chosen: { readonly family: string; readonly kind: string }
  readonly mayReadCharters: boolean
}

export const RegisterPage = ({ rows, families, chosen, mayReadCharters }: Props) => (
  <>
    <h1>Délais</h1>
    <p class="lead">
      Les délais que Palier connaît, avec leur source. Quatre sortes, jamais confondues{'\u202f'}: la loi, les
      recours, les engagements d’un bailleur, les repères d’ailleurs.
    </p>
    <Filter families={families} chosen={chosen} />
    {rows.length === 0 ? <EmptyState sentence="Aucun délai connu ne correspond à ce choix." /> : null}
    {KINDS.map((kind) => (
      <Part
        key={kind}
        id={`type-${kind}`}
        said={KIND_SENTENCES[kind]}
        rows={rows.filter(({ rule }) => rule.kind === kind && !foundNoText(rule))}
      />
    ))}
    <Part id="sans-texte" said={NO_TEXT} rows={rows.filter(({ rule }) => foundNoText(rule))} />
    <section class="part">
      <h2>Ce que ce registre ne compte pas</h2>
      <ul>
        {NOT_COUNTED.map(({ row, sentence }) => (
          <li key={row}>{sentence}</li>
        ))}
      </ul>
    </section>
    <p>
      <a href="/jours-feries">Jours fériés, par année et par territoire</a>
      {mayReadCharters ? (
        <>
          {' · '}
          <a href="/chartes">Chartes des bailleurs</a>
        </>
      ) : null}
    </p>
    <p class="quiet">Aucune de ces lignes n’est un conseil juridique.</p>
  </>
)

const Filter = ({ families, chosen }: Pick<Props, 'families' | 'chosen'>) => {
  const form = { values: { famille: chosen.family, type: chosen.kind }, errors: {} }
  return (
    <search>
      <form method="get" action="/delais">
        <Field
          form={form}
          name="famille"
          label="De quoi parle la demande"
          options={[{ value: '', label: 'Toutes les familles' }, ...families.map(optionOf)]}
        />
        <Field
          form={form}
          name="type"
          label="Sorte de délai"
          options={[
            { value: '', label: 'Toutes' },
            ...KINDS.map((kind) => ({ value: kind, label: KIND_SENTENCES[kind].title })),
          ]}
        />
        <div class="acts">
          <button class="btn second" type="submit">
            Filtrer
          </button>
        </div>
      </form>
    </search>
  )
}

const optionOf = ({ code, label }: FamilyLabel) => ({ value: code, label })

const COLUMNS: readonly Column<RegisterRow>[] = [
  {
    header: 'Règle',
    cell: ({ rule, from }) => (
      <>
        <RuleKind rule={rule} />{' '}
        {rule.kind === 'C' ? <bdi>{rule.title}</bdi> : <a href={`/delais/${rule.id}`}>{rule.title}</a>}
        {from === undefined ? null : <> ({from})</>}
        {rule.country === 'france' ? null : <> ({sayCountry(rule.country)})</>}
      </>
    ),
  },
  { header: 'Durée', cell: ({ rule }) => sayRuleLength(rule) },
  {
    header: 'Part de',
    cell: ({ rule }) => (rule.startsOn === null ? 'hors du fil' : sayTrigger(rule.startsOn)),
  },
  {
    header: 'Sûreté',
    cell: ({ rule }) =>
      rule.kind === 'C'
        ? 'publié par le bailleur'
        : `${sayCertainty(rule)}, ${sayChecked(rule.source.checkedBy)}`,
  },
]

type PartProps = {
  readonly id: string
  readonly said: { readonly title: string; readonly sentence: string }
  readonly rows: readonly RegisterRow[]
}

const Part = ({ id, said, rows }: PartProps) =>
  rows.length === 0 ? null : (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>{said.title}</h2>
      <p>{said.sentence}</p>
      <DataTable
        caption={`${said.title}, ${formatCount(rows.length, 'règle')}`}
        columns={COLUMNS}
        rows={rows}
        keyOf={({ rule }) => rule.id}
      />
    </section>
  )
