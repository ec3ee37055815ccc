import type { Context } from 'hono'
import type { VNode } from 'preact'
import type { BaseIssue, BaseSchema } from 'valibot'
import { type HouseholdDb, inHouseholdScope } from '../../access/scope.ts'
import { readDeadlines, readThread, subjectOfThread } from '../../complaints/public.ts'
import type { Logins } from '../../db/connect.ts'
import { emptyForm, type FormState } from '../../ui/form.tsx'
import type { PageOptions, PublicApp, PublicContext, PublicVariables } from '../../ui/request.ts'
import { actByCode, type SaidByCode } from '../actions/act-by-code.ts'
import { openByCode } from '../actions/open-by-code.ts'
import { type Act, ACT_PATHS, ACTS } from '../domain/act.ts'
import { type FollowedWait, followWait } from '../domain/followed-wait.ts'
import { directionOf, inLanguage, readLanguage } from '../domain/language.ts'
import type { Messages } from '../domain/messages.ts'
import { type Speech, SPEECHES } from '../domain/speech.ts'
import { SayContest, SayGone, SayMore, SayWithdraw, TypedCode } from '../forms.ts'
import { ActPage } from '../views/act-page.tsx'
import { CodePage } from '../views/code-page.tsx'
import { HouseholdPage } from '../views/household-page.tsx'
import { closeHousehold, householdOf, type HouseholdSession, openHousehold } from './household-session.ts'

export type FollowingSettings = {
  readonly logins: Logins
  /** The address that limits are counted for. */
  readonly callerOf: (c: PublicContext) => string
}

/** The household's own page: a code opens it, for half an hour, in three languages. */
export function followingRoutes(app: PublicApp, { logins, callerOf }: FollowingSettings): void {
  app.use('/suivi/*', async (c, next) => {
    c.header('x-robots-tag', 'noindex, nofollow')
    return next()
  })
  app.get('/suivi', async (c) => {
    const session = await householdOf(c)
    if (!session) return codePage(c, {})
    return householdPage(c, logins, session)
  })
  app.post('/suivi', async (c) => {
    const { keyring, now, today } = c.var
    const read = await c.var.readForm(TypedCode)
    const typed = read.ok ? read.value.code : ''
    const opened = await openByCode(keyring, { typed, caller: callerOf(c), now, today })
    if (!opened) return codePage(c, { status: 422, form: { values: {}, errors: { code: 'wrong' } } })
    openHousehold(c, opened.hash)
    return c.redirect(inLanguage('/suivi', speechOf(c).language), 303)
  })
  app.post('/suivi/fermer', (c) => {
    closeHousehold(c)
    return codePage(c, { because: 'left' })
  })
  for (const act of ACTS) actRoutes(app, logins, act)
}

function actRoutes(app: PublicApp, logins: Logins, act: Act): void {
  app.get(ACT_PATHS[act], async (c) => {
    const session = await householdOf(c)
    if (!session) return codePage(c, {})
    const followed = await readFollowed(c, logins, session)
    const speech = speechOf(c)
    return followed?.acts.includes(act)
      ? actPage(c, session, act, { values: { what: 'plain' }, errors: {} })
      : c.redirect(inLanguage('/suivi', speech.language), 303)
  })
  app.post(ACT_PATHS[act], async (c) => {
    const session = await householdOf(c)
    if (!session) return codePage(c, { because: 'ended', status: 403 })
    const read = await readSaid(c, act)
    const { errors } = speechOf(c).say
    if (!read.said) return actPage(c, session, act, inSpeech(read.form, errors))
    const receipt = session.receiptOf(await formToken(c))
    if (!receipt) return actPage(c, session, act, { ...read.form, errors: { '': errors.again } })
    const { said } = read
    const { now, today } = c.var
    const done = await inHouseholdScope(logins, session.household, (db) =>
      actByCode(db, said, { now, today, receipt }),
    )
    if (!done.ok)
      return actPage(c, session, act, { ...read.form, errors: { '': errors.refused[done.refusal.because] } })
    return c.redirect(inLanguage(`/suivi?fait=${act}`, speechOf(c).language), 303)
  })
}

const speechOf = (c: PublicContext): Speech => SPEECHES[readLanguage(c.req.query('langue'))]

type Options = Omit<PageOptions, 'guest' | 'title'>

function page(c: PublicContext, title: string, mint: () => string, body: VNode, options: Options = {}) {
  const { language, say } = speechOf(c)
  const guest = { lang: language, dir: directionOf(language), words: say, mint }
  return c.var.page({ ...options, title, guest }, body)
}

type CodeOptions = {
  readonly form?: FormState
  readonly because?: 'ended' | 'left'
  readonly status?: 200 | 403 | 422
}

/** The same page for every code that opens nothing, whatever the reason. */
function codePage(c: PublicContext, { form = emptyForm, because, status = 200 }: CodeOptions) {
  const speech = speechOf(c)
  const body = <CodePage speech={speech} form={form} {...(because && { because })} />
  return page(c, speech.say.code.title, () => '', body, { status, islands: true })
}

function actPage(c: PublicContext, session: HouseholdSession, act: Act, form: FormState) {
  const speech = speechOf(c)
  const status = Object.keys(form.errors).length > 0 ? 422 : 200
  const body = <ActPage speech={speech} act={act} form={form} />
  return page(c, speech.say.acts[act].title, session.mint, body, { status })
}

async function householdPage(c: PublicContext, logins: Logins, session: HouseholdSession) {
  const followed = await readFollowed(c, logins, session)
  if (!followed) return codePage(c, {})
  const speech = speechOf(c)
  const done = ACTS.find((act) => act === c.req.query('fait'))
  const body = <HouseholdPage speech={speech} followed={followed} {...(done && { done })} />
  return page(c, speech.say.wait.title, session.mint, body)
}

function readFollowed(
  c: Context<{ Variables: PublicVariables }>,
  logins: Logins,
  { household }: HouseholdSession,
): Promise<FollowedWait | undefined> {
  return inHouseholdScope(logins, household, async (db: HouseholdDb) => {
    const subject = await subjectOfThread(db, household.complaintId)
    if (!subject) return undefined
    const thread = await readThread(db, household.complaintId)
    const deadlines = await readDeadlines(db, household.complaintId)
    return followWait({ problemCode: subject.problemCode, thread, deadlines }, c.var.today)
  })
}

async function formToken(c: PublicContext): Promise<string> {
  const token = (await c.req.parseBody())['form_token']
  return typeof token === 'string' ? token : ''
}

type ReadSaid = { readonly form: FormState; readonly said?: SaidByCode }

async function readSaid(c: PublicContext, act: Act): Promise<ReadSaid> {
  if (act === 'gone') return saidIn(c, SayGone, ({ day, words }) => ({ act, words, ...(day && { day }) }))
  if (act === 'contest') return saidIn(c, SayContest, ({ words }) => ({ act, words }))
  if (act === 'withdraw') return saidIn(c, SayWithdraw, ({ how }) => ({ act, how }))
  return saidIn(c, SayMore, (more) => ({
    act,
    words: more.words,
    ...(more.day && { day: more.day }),
    ...(more.what === 'reminder' && { reminded: more.how }),
  }))
}

async function saidIn<T>(
  c: PublicContext,
  schema: BaseSchema<unknown, T, BaseIssue<unknown>>,
  say: (value: T) => SaidByCode,
): Promise<ReadSaid> {
  const read = await c.var.readForm(schema)
  return read.ok ? { form: read.form, said: say(read.value) } : { form: read.form }
}

/** A form's errors are names; here they become sentences of the page's language. */
function inSpeech(form: FormState, errors: Messages['errors']): FormState {
  const sentences: Readonly<Record<string, string>> = errors.fields
  return {
    values: form.values,
    errors: Object.fromEntries(
      Object.entries(form.errors).map(([field, name]) => [field, sentences[name] ?? errors.fields.choose]),
    ),
  }
}
