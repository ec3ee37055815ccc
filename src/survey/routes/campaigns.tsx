import type { MiddlewareHandler } from 'hono'
import { publishedInstruments } from '../../instruments/public.ts'
import { isUuid } from '../../kernel/ids.ts'
import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext, SpaceVariables } from '../../ui/request.ts'
import { prepares, readCampaign } from '../actions/campaign-view.ts'
import { assignStaircase, openCampaign, revokeAssignment, revokeDevice } from '../actions/campaigns.ts'
import { AssignmentForm, CampaignForm, TakeBack } from '../forms.ts'
import { listCanvassers, listWalkedStaircases } from '../store/assignments.ts'
import { findCampaign, listCampaigns } from '../store/campaigns.ts'
import { AssignmentPage } from '../views/assignment-page.tsx'
import { CampaignPage } from '../views/campaign-page.tsx'
import { CampaignsPage, NewCampaignPage } from '../views/campaigns-page.tsx'
import { REFUSALS } from '../words.fr.ts'

const CRUMB = { href: '/campagnes', label: 'Porte à porte' }
const statusOf = ({ errors }: FormState): 200 | 422 => (Object.keys(errors).length > 0 ? 422 : 200)

/** Campaigns are for those who prepare them; canvassers see their own staircases, on their phones. */
const onlyPreparers: MiddlewareHandler<{ Variables: SpaceVariables }> = (c, next) =>
  prepares(c.var.actor) ? next() : Promise.resolve(c.notFound())

export function campaignRoutes(app: SpaceApp): void {
  app.use('/campagnes', onlyPreparers)
  app.use('/campagnes/*', onlyPreparers)
  app.get('/campagnes', async (c) => {
    const campaigns = await c.var.inScope(listCampaigns)
    return c.var.page({ title: 'Porte à porte' }, <CampaignsPage campaigns={campaigns} />)
  })
  app.get('/campagnes/nouvelle', (c) => newPage(c, c.var.startForm({ starts_on: c.var.today })))
  app.post('/campagnes/nouvelle', create)
  app.get('/campagnes/:id', (c) => campaignPage(c, c.var.startForm()))
  app.post('/campagnes/:id', takeBack)
  app.get('/campagnes/:id/tournee', async (c) => {
    const campaign = await campaignIn(c)
    if (!campaign) return c.notFound()
    return assignmentPage(c, campaign, c.var.startForm({ from: campaign.startsOn, to: campaign.endsOn }))
  })
  app.post('/campagnes/:id/tournee', assign)
}

async function newPage(c: SpaceContext, form: FormState) {
  const instruments = await c.var.inScope(publishedInstruments)
  return c.var.page(
    { title: 'Ouvrir une campagne', crumbs: [CRUMB, { label: 'Ouvrir' }], status: statusOf(form) },
    <NewCampaignPage form={form} instruments={instruments} />,
  )
}

async function create(c: SpaceContext) {
  const read = await c.var.readForm(CampaignForm)
  if (!read.ok) return newPage(c, read.form)
  const { name, instrument, starts_on: startsOn, ends_on: endsOn } = read.value
  const { keyring, now } = c.var
  const done = await c.var.once(async (db) => {
    const made = await openCampaign(db, keyring.secrets, { name, instrument, startsOn, endsOn }, now)
    return made.ok ? accept(`/campagnes/${made.value}`) : made
  })
  if (done.ok) return c.redirect(done.value, 303)
  return newPage(c, { ...read.form, errors: { instrument: REFUSALS[done.refusal.because] } })
}

const idIn = (c: SpaceContext): string | undefined => {
  const id = c.req.param('id') ?? ''
  return isUuid(id) ? id : undefined
}

async function campaignIn(c: SpaceContext) {
  const id = idIn(c)
  return id === undefined ? undefined : c.var.inScope((db) => findCampaign(db, id))
}

async function campaignPage(c: SpaceContext, form: FormState) {
  const id = idIn(c)
  const view = id === undefined ? undefined : await c.var.inScope((db) => readCampaign(db, id, c.var.today))
  if (!view) return c.notFound()
  const { name } = view.campaign
  return c.var.page(
    { title: name, crumbs: [CRUMB, { label: name }], status: statusOf(form) },
    <CampaignPage view={view} form={form} />,
  )
}

async function takeBack(c: SpaceContext) {
  const campaign = await campaignIn(c)
  if (!campaign) return c.notFound()
  const read = await c.var.readForm(TakeBack)
  if (!read.ok) return campaignPage(c, read.form)
  const { what, id } = read.value
  const done = await c.var.once(async (db) => {
    const revoked =
      what === 'device'
        ? await revokeDevice(db, id, c.var.now)
        : await revokeAssignment(db, campaign.id, id, c.var.now)
    return revoked.ok ? accept(`/campagnes/${campaign.id}`) : revoked
  })
  if (done.ok) return c.redirect(done.value, 303)
  return campaignPage(c, { ...read.form, errors: { '': REFUSALS[done.refusal.because] } })
}

async function assignmentPage(c: SpaceContext, { id, name }: { id: string; name: string }, form: FormState) {
  const lists = await c.var.inScope(async (db) => ({
    staircases: await listWalkedStaircases(db),
    canvassers: await listCanvassers(db),
  }))
  return c.var.page(
    {
      title: 'Confier une entrée',
      crumbs: [CRUMB, { href: `/campagnes/${id}`, label: name }, { label: 'Confier' }],
      status: statusOf(form),
    },
    <AssignmentPage form={form} {...lists} />,
  )
}

async function assign(c: SpaceContext) {
  const campaign = await campaignIn(c)
  if (!campaign) return c.notFound()
  const read = await c.var.readForm(AssignmentForm)
  if (!read.ok) return assignmentPage(c, campaign, read.form)
  const { staircase: staircaseId, canvasser: accountId, ...rest } = read.value
  const done = await c.var.once(async (db) => {
    const given = await assignStaircase(db, campaign.id, { staircaseId, accountId, ...rest }, c.var.now)
    return given.ok ? accept(`/campagnes/${campaign.id}`) : given
  })
  if (done.ok) return c.redirect(done.value, 303)
  return assignmentPage(c, campaign, { ...read.form, errors: { '': REFUSALS[done.refusal.because] } })
}
