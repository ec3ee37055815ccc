import type { HolidayZone } from '../../kernel/holiday-rules.ts'
import { HOLIDAY_ZONES } from '../../kernel/holiday-rules.ts'
import { sayZone } from '../../kernel/holidays.fr.ts'
import { sayWeekday } from '../../kernel/working-calendar.fr.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, type FormState } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Due } from '../domain/rule-copy.ts'
import { type DeadlineRule, foundNoText } from '../domain/rule.ts'
import type { FamilyLabel } from '../store/directory.ts'
import { KIND_SENTENCES, NO_TEXT, sayNoDay } from '../words.fr.ts'
import { DayByDay } from './day-by-day.tsx'
import { RuleKind } from './rule-kind.tsx'
import { RuleFacts } from './rule-facts.tsx'

type Props = {
  readonly rule: DeadlineRule
  readonly families: readonly FamilyLabel[]
  readonly form: FormState
  readonly retired: string | undefined
  readonly computed: { readonly due: Due; readonly zone: HolidayZone } | undefined
}

/** One rule, whole, and a place to try it. */
export const RulePage = ({ rule, families, form, retired, computed }: Props) => (
  <>
    <h1>{rule.title}</h1>
    <p>
      <RuleKind rule={rule} /> {foundNoText(rule) ? NO_TEXT.sentence : KIND_SENTENCES[rule.kind].sentence}
    </p>
    {retired === undefined ? null : (
      <Notice tone="lamp">
        <p>{retired}</p>
      </Notice>
    )}
    {rule.note === '' ? null : <p dir="auto">{rule.note}</p>}
    <RuleFacts rule={rule} families={families} />
    <h2>Calculez</h2>
    {rule.length === null ? (
      <p>{sayNoDay(foundNoText(rule) ? 'no_text' : 'no_figure')}</p>
    ) : (
      <>
        <ErrorSummary form={form} />
        <ComputeFields form={form} />
      </>
    )}
    {computed === undefined || rule.unit === null ? null : (
      <Computed due={computed.due} zone={computed.zone} unit={rule.unit} />
    )}
  </>
)

const ComputeFields = ({ form }: { form: FormState }) => (
  <form method="get" action="#calcul">
    <Field form={form} name="depart" label="Jour de départ" type="date" required />
    <Field
      form={form}
      name="zone"
      label="Territoire"
      hint="Les jours fériés ne sont pas les mêmes partout."
      options={HOLIDAY_ZONES.map((zone) => ({ value: zone, label: sayZone(zone) }))}
    />
    <div class="acts">
      <button class="btn" type="submit">
        Calculer
      </button>
    </div>
  </form>
)

type ComputedProps = { due: Due; zone: HolidayZone; unit: NonNullable<DeadlineRule['unit']> }

const Computed = ({ due, zone, unit }: ComputedProps) => (
  <section id="calcul" aria-labelledby="jour">
    {due.dueOn === null ? (
      <Notice tone="brick" alert>
        <p id="jour">{sayNoDay(due.because ?? 'no_figure')}</p>
      </Notice>
    ) : (
      <>
        <h3 id="jour">
          Dernier jour{'\u202f'}: {sayWeekday(due.dueOn)}
        </h3>
        <DayByDay steps={due.steps} unit={unit} zone={zone} hourUnknown={due.hourUnknown} />
      </>
    )}
  </section>
)
