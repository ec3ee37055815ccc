import * as v from 'valibot'
import { listPublished } from '../../institutions/public.ts'
import { HOLIDAY_ZONES, type HolidayZone } from '../../kernel/holiday-rules.ts'
import { holidaysOf, knowsHolidaysOf } from '../../kernel/holidays.ts'
import type { FormState } from '../../ui/form.tsx'
import type { PublicApp, PublicContext } from '../../ui/request.ts'
import { readsCharters } from '../actions/charter.ts'
import { charterRuleOf } from '../domain/charter.ts'
import { findRule, REGISTER } from '../domain/register.ts'
import { dueOf } from '../domain/rule-copy.ts'
import { type DeadlineRule, isInForce, speaksOf } from '../domain/rule.ts'
import { publishCharter } from '../doors.ts'
import { ComputeForm } from '../forms.ts'
import { listFamilyLabels } from '../store/directory.ts'
import { versionsIn } from '../store/published.ts'
import { HolidaysPage } from '../views/holidays-page.tsx'
import { RegisterPage, type RegisterRow } from '../views/register-page.tsx'
import { RulePage } from '../views/rule-page.tsx'
import { sayRetired } from '../words.fr.ts'

const CRUMB = { href: '/delais', label: 'Délais' }

/** What everybody may read: the register, one rule, the holidays. Nothing here belongs to a space. */
export function registerRoutes(app: PublicApp): void {
  app.get('/delais', showRegister)
  app.get('/delais/:id', showRule)
  app.get('/jours-feries', showHolidays)
}

async function showRegister(c: PublicContext) {
  const chosen = { family: c.req.query('famille') ?? '', kind: c.req.query('type') ?? '' }
  const families = await listFamilyLabels(c.var.keyring)
  const isChosen = ({ rule }: RegisterRow) =>
    (chosen.kind === '' || rule.kind === chosen.kind) &&
    (chosen.family === '' || speaksOf(rule, chosen.family))
  const rows = [...REGISTER.map((rule) => ({ rule })), ...(await publishedRows(c))].filter(isChosen)
  const { actor } = c.var
  const mayReadCharters = actor !== undefined && readsCharters({ actor })
  return c.var.page(
    { title: 'Délais' },
    <RegisterPage rows={rows} families={families} chosen={chosen} mayReadCharters={mayReadCharters} />,
  )
}

async function publishedRows(c: PublicContext): Promise<readonly RegisterRow[]> {
  const published = await listPublished(c.var.keyring, publishCharter.name)
  return published.flatMap(({ projection }) =>
    versionsIn(projection)
      .map((version): DeadlineRule => charterRuleOf(version, 'landlord'))
      .filter((rule) => isInForce(rule, c.var.today))
      .map((rule) => ({ rule, from: rule.source.title })),
  )
}

async function showRule(c: PublicContext) {
  const rule = findRule(c.req.param('id') ?? '')
  if (!rule) return c.notFound()
  const families = await listFamilyLabels(c.var.keyring)
  const asked = c.req.query('depart') !== undefined
  const read = readCompute(
    asked ? { zone: 'national', ...c.req.query() } : { depart: '', zone: 'national' },
    asked,
  )
  const { depart, zone } = read.value ?? {}
  const computed =
    depart === undefined || zone === undefined
      ? undefined
      : { due: dueOf(rule, { earliest: depart, latest: depart }, zone), zone }
  return c.var.page(
    { title: rule.title, crumbs: [CRUMB, { label: rule.title }], status: asked && !read.value ? 422 : 200 },
    <RulePage
      rule={rule}
      families={families}
      form={read.form}
      retired={sayRetired(rule.validUntil, c.var.today)}
      computed={computed}
    />,
  )
}

type ReadCompute = { readonly form: FormState; readonly value: v.InferOutput<typeof ComputeForm> | undefined }

function readCompute(values: Record<string, string>, asked: boolean): ReadCompute {
  const read = v.safeParse(ComputeForm, values)
  if (read.success) return { form: { values, errors: {} }, value: read.output }
  const errors: Record<string, string> = {}
  if (asked) for (const issue of read.issues) errors[v.getDotPath(issue) ?? ''] ??= issue.message
  return { form: { values, errors }, value: undefined }
}

const isZone = (text: string): text is HolidayZone => HOLIDAY_ZONES.some((zone) => zone === text)

/** A year, or a whole date in it: «2028-02-29» is the year 2028. */
async function showHolidays(c: PublicContext) {
  const asked = c.req.query('annee')?.trim()
  const year = (asked || c.var.today).replace(/^(\d{4})-\d{2}-\d{2}$/, '$1').slice(0, 10)
  const named = c.req.query('zone') ?? ''
  const zone = isZone(named) ? named : 'national'
  const known = /^\d{4}$/.test(year) && knowsHolidaysOf(Number(year))
  return c.var.page(
    { title: 'Jours fériés', crumbs: [CRUMB, { label: 'Jours fériés' }], status: known ? 200 : 422 },
    <HolidaysPage year={year} zone={zone} holidays={known ? holidaysOf(Number(year), zone) : undefined} />,
  )
}
