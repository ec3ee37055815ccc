import type { PublicApp, PublicContext, Visitor } from '../../ui/request.ts'
import {
  drawSecret,
  enrol,
  openFromPage,
  passWithCode,
  removeWithCode,
  sealForPage,
  secretFor,
} from '../actions/second-factor.ts'
import { localPath } from '../domain/local-path.ts'
import { EnrolSecondFactor, GiveCode, RemoveSecondFactor } from '../forms.ts'
import type { FormState } from '../../ui/form.tsx'
import { CodePage } from '../views/code-page.tsx'
import { EnrolPage, RemovePage } from '../views/second-factor-pages.tsx'
import { doorRefusals } from '../words.fr.ts'
import { signedIn } from './signed-in.ts'

type Refused = { readonly because: keyof typeof doorRefusals }
const statusOf = ({ because }: Refused) => (because === 'too_many_codes' ? 429 : 422)
const said = (form: FormState, { because }: Refused): FormState => ({
  // A code is never typed back: it has served, or it was wrong.
  values: { ...form.values, code: '' },
  errors: because === 'wrong_code' ? { code: doorRefusals[because] } : { '': doorRefusals[because] },
})
const after = (c: PublicContext, suite: string): Response => c.redirect(localPath(suite) ?? '/espaces', 303)

/** Asking for the second factor, and giving oneself one. */
export function secondFactorRoutes(app: PublicApp): void {
  codeRoutes(app)
  enrolRoutes(app)
  removeRoutes(app)
}

function codeRoutes(app: PublicApp): void {
  const page = (c: PublicContext, form: FormState, status: 200 | 422 | 429 = 200) =>
    c.var.page({ title: 'Votre second facteur', status }, <CodePage form={form} />)

  app.get('/entrer/second-facteur', (c) => {
    const { visitor } = c.var
    const suite = localPath(c.req.query('suite')) ?? ''
    if (!visitor) return c.redirect('/entrer', 303)
    if (!visitor.hasSecondFactor || visitor.secondFactorAt) return after(c, suite)
    return page(c, c.var.startForm({ suite }))
  })
  app.post('/entrer/second-facteur', async (c) => {
    const { visitor, keyring, now } = c.var
    if (!visitor) return c.redirect('/entrer', 303)
    const read = await c.var.readForm(GiveCode)
    if (!read.ok) return page(c, read.form, 422)
    const passed = await passWithCode(keyring, { ...visitor, now }, read.value.code)
    if (!passed.ok) return page(c, said(read.form, passed.refusal), statusOf(passed.refusal))
    return after(c, read.value.suite)
  })
}

function enrolRoutes(app: PublicApp): void {
  const page = (
    c: PublicContext,
    visitor: Visitor,
    secret: string,
    form: FormState,
    status: 200 | 422 | 429 = 200,
  ) =>
    c.var.page(
      { title: 'Second facteur', status },
      <EnrolPage form={form} fresh={secretFor(secret, visitor.accountEmail)} />,
    )
  const fresh = (c: PublicContext, visitor: Visitor, suite: string, errors: FormState['errors'] = {}) => {
    const secret = drawSecret()
    const garde = sealForPage(c.var.keyring, { ...visitor, now: c.var.now }, secret)
    return page(c, visitor, secret, { values: { garde, suite }, errors }, errors[''] ? 422 : 200)
  }

  app.get('/compte/second-facteur', (c) => {
    const visitor = signedIn(c)
    if (visitor instanceof Response) return visitor
    if (visitor.hasSecondFactor) return c.redirect('/compte/second-facteur/retirer', 303)
    return fresh(c, visitor, localPath(c.req.query('suite')) ?? '')
  })
  app.post('/compte/second-facteur', async (c) => {
    const visitor = signedIn(c)
    if (visitor instanceof Response) return visitor
    const { keyring, now } = c.var
    const who = { ...visitor, now }
    const read = await c.var.readForm(EnrolSecondFactor)
    const secret = openFromPage(keyring, who, read.form.values['garde'] ?? '')
    const suite = read.form.values['suite'] ?? ''
    if (!secret) return fresh(c, visitor, suite, { '': doorRefusals.stale_secret })
    if (!read.ok) return page(c, visitor, secret, read.form, 422)
    const done = await enrol(keyring, who, secret, read.value.code)
    if (!done.ok) return page(c, visitor, secret, said(read.form, done.refusal), statusOf(done.refusal))
    return c.redirect(localPath(suite) ?? '/compte', 303)
  })
}

function removeRoutes(app: PublicApp): void {
  const page = (c: PublicContext, form: FormState, status: 200 | 422 | 429 = 200) =>
    c.var.page({ title: 'Second facteur', status }, <RemovePage form={form} />)

  app.get('/compte/second-facteur/retirer', (c) => {
    const visitor = signedIn(c)
    if (visitor instanceof Response) return visitor
    return visitor.hasSecondFactor ? page(c, c.var.startForm()) : c.redirect('/compte', 303)
  })
  app.post('/compte/second-facteur/retirer', async (c) => {
    const visitor = signedIn(c)
    if (visitor instanceof Response) return visitor
    const read = await c.var.readForm(RemoveSecondFactor)
    if (!read.ok) return page(c, read.form, 422)
    const done = await removeWithCode(c.var.keyring, { ...visitor, now: c.var.now }, read.value.code)
    if (!done.ok) return page(c, said(read.form, done.refusal), statusOf(done.refusal))
    return c.redirect('/compte', 303)
  })
}
