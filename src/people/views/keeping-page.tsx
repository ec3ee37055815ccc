import { formatCount, formatDay, formatInstant } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import type { RetentionLength, RetentionRule } from '../domain/retention.ts'
import { RETENTION_RULES } from '../domain/retention-rules.fr.ts'
import { TABLE_NAMES } from '../domain/table-names.fr.ts'
import type { RegisterLine } from '../store/purge-register.ts'

const AS_LONG_AS = {
  its_person: 'autant que la fiche',
  its_complaint: 'autant que la réclamation',
  its_space: 'autant que l’espace',
  its_source: 'autant que la source',
  its_account: 'autant que le compte',
  its_use: 'quelques minutes',
} as const

function sayKept(keptFor: RetentionLength): string {
  if ('years' in keptFor) return formatCount(keptFor.years, 'an')
  if ('days' in keptFor) return formatCount(keptFor.days, 'jour')
  return AS_LONG_AS[keptFor.as]
}

const nameOf = (table: string): string => TABLE_NAMES[table] ?? table

const RULE_COLUMNS = [
  { header: 'Quoi', cell: (rule: RetentionRule) => nameOf(rule.table) },
  { header: 'Gardé', cell: (rule: RetentionRule) => sayKept(rule.keptFor) },
  { header: 'Compté depuis', cell: (rule: RetentionRule) => rule.countedFrom },
  { header: 'Pourquoi', cell: (rule: RetentionRule) => rule.why },
  { header: 'Source', cell: (rule: RetentionRule) => rule.source },
]
const REGISTER_COLUMNS = [
  { header: 'Le', cell: (line: RegisterLine) => formatInstant(line.purgedAt) },
  { header: 'Quoi', cell: (line: RegisterLine) => nameOf(line.rule) },
  { header: 'Effacé', numeric: true, cell: (line: RegisterLine) => formatCount(line.rows, 'ligne') },
  { header: 'Gardé depuis le', cell: (line: RegisterLine) => formatDay(line.keptSince) },
]

type Props = { readonly register: readonly RegisterLine[] | undefined }

/** What is kept how long and why; and, for whoever administers, what was erased and when. */
export const KeepingPage = ({ register }: Props) => (
  <>
    <h1>Ce que nous gardons, et combien de temps</h1>
    <p class="lead">
      Palier efface de lui-même ce qui a passé son délai. Une personne peut demander plus tôt à lire, corriger
      ou effacer ce qui la concerne.
    </p>
    <DataTable
      caption="Règles de conservation"
      columns={RULE_COLUMNS}
      rows={RETENTION_RULES}
      keyOf={(r) => r.table}
    />
    {register === undefined ? null : (
      <section class="part">
        <h2>Registre de ce qui a été effacé</h2>
        {register.length === 0 ? (
          <p>Rien n’a encore passé son délai dans cet espace.</p>
        ) : (
          <DataTable
            caption="Les plus récents d’abord"
            columns={REGISTER_COLUMNS}
            rows={register}
            keyOf={(l) => l.id}
          />
        )}
      </section>
    )}
  </>
)
