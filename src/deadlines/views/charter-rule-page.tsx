import { Chip } from '../../ui/chip.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { charterRuleOf } from '../domain/charter.ts'
import type { CharterRow } from '../store/charter-rows.ts'
import type { FamilyLabel } from '../store/directory.ts'
import { KIND_SENTENCES } from '../words.fr.ts'
import { RuleFacts } from './rule-facts.tsx'

type Props = {
  readonly row: CharterRow
  readonly families: readonly FamilyLabel[]
  readonly retired: string | undefined
  readonly mayWrite: boolean
}

/** One promise, with what came before and after it. */
export const CharterRulePage = ({ row, families, retired, mayWrite }: Props) => (
  <>
    <h1>
      <bdi>{row.title}</bdi>
    </h1>
    <p>
      <Chip kind="C" /> <bdi>{row.institutionName}</bdi>. {KIND_SENTENCES.C.sentence}
    </p>
    {retired === undefined ? null : (
      <Notice tone="lamp">
        <p>{retired}</p>
      </Notice>
    )}
    {row.note === '' ? null : <p dir="auto">{row.note}</p>}
    <RuleFacts rule={charterRuleOf(row, 'union')} families={families} />
    {row.replaces === null ? null : (
      <p>
        <a href={`/chartes/${row.replaces}`}>La règle qu’elle a remplacée</a>
      </p>
    )}
    {row.replacedBy === null ? null : (
      <p>
        <a href={`/chartes/${row.replacedBy}`}>La règle qui l’a remplacée</a>
      </p>
    )}
    {mayWrite && row.replacedBy === null ? (
      <div class="acts">
        <a class="btn" href={`/chartes/${row.id}/modifier`}>
          Changer cette règle
        </a>
        <a class="btn second" href={`/chartes/${row.id}/fermer`}>
          La fermer
        </a>
      </div>
    ) : null}
  </>
)

/** The last day of a promise: nothing is erased. */
export const CharterClosePage = ({ row, form }: { row: CharterRow; form: FormState }) => (
  <>
    <h1>
      Fermer {'«\u202f'}
      <bdi>{row.title}</bdi>
      {'\u202f»'}
    </h1>
    <p class="lead">
      La règle reste écrite, et les réclamations déjà en cours la gardent. Elle ne part plus après ce jour.
    </p>
    <ErrorSummary form={form} />
    <Form>
      <Field form={form} name="dernier_jour" type="date" label="Dernier jour" required />
      <div class="acts">
        <button class="btn" type="submit">
          Fermer la règle
        </button>
        <a href={`/chartes/${row.id}`}>La laisser ouverte</a>
      </div>
    </Form>
  </>
)
