import type { ScopedDb } from '../../access/scope.ts'
import type { Result } from '../../kernel/result.ts'
import { isUuid } from '../../kernel/ids.ts'
import { accept } from '../../kernel/result.ts'
import type { Person } from '../../people/domain/person.ts'
import { findPerson, occupantsOf } from '../../people/public.ts'
import type { FormState } from '../../ui/form.tsx'
import type { ReadForm, SpaceApp, SpaceContext } from '../../ui/request.ts'
import { recordTelling, type Teller, type Telling, type TellingRefusal } from '../actions/record-telling.ts'
import { ASKED_PURPOSES } from '../domain/asked-purposes.ts'
import type { NamedPlace } from '../domain/complaint.ts'
import { readNamedPlace } from '../domain/named-place.ts'
import { newComplaintForm } from '../forms.ts'
import { listColleagues } from '../store/colleagues.ts'
import { listFamilies } from '../store/nomenclature.ts'
import { NewComplaintPage } from '../views/new-complaint-page.tsx'
import { sayRefusal } from '../words.fr.ts'
import { type ChosenPlace, choosePlace, namePlace } from './choose-place.ts'
import { COMPLAINTS_CRUMB } from './doorstep.ts'

export function newComplaintPages(app: SpaceApp): void {
  app.get('/reclamations/nouvelle', (c) =>
    newPage(
      c,
      c.var.startForm({
        place: placeAsked(c),
        person_id: c.req.query('personne') ?? '',
        assigned_to: c.var.actor.accountId,
        told_channel: 'in_person',
        told_evidence: 'declared',
      }),
    ),
  )
  app.post('/reclamations/nouvelle', record)
}

const ASKED_AS = [
  ['logement', 'home'],
  ['entree', 'staircase'],
  ['batiment', 'building'],
  ['residence', 'estate'],
] as const

/** The place that the page was opened from. */
function placeAsked(c: SpaceContext): string {
  const [word, step] = ASKED_AS.find(([name]) => c.req.query(name)) ?? []
  return word === undefined ? '' : `${step}:${c.req.query(word) ?? ''}`
}

type Extra = Partial<Pick<ChosenPlace, 'found'>> & { readonly namesakes?: readonly Person[] }

async function newPage(c: SpaceContext, form: FormState, { found = [], namesakes = [] }: Extra = {}) {
  const wanted = readNamedPlace(form.values['place'] ?? '')
  const about = await c.var.inScope((db) => readAround(db, wanted, form, c.var))
  const status = Object.keys(form.errors).length > 0 ? 422 : 200
  const title = 'Noter une réclamation'
  return c.var.page(
    { title, crumbs: [COMPLAINTS_CRUMB, { label: title }], status },
    <NewComplaintPage
      form={form}
      found={found}
      namesakes={namesakes}
      spaceName={c.var.actor.spaceName}
      {...about}
    />,
  )
}

async function readAround(
  db: ScopedDb,
  wanted: NamedPlace | undefined,
  form: FormState,
  { today }: Pick<SpaceContext['var'], 'today'>,
) {
  return {
    place: wanted && (await namePlace(db, wanted)),
    families: await listFamilies(db, today),
    colleagues: await listColleagues(db),
    occupants: await knownHere(db, wanted, form.values['person_id'] ?? ''),
  }
}

/** Who lives in this home, and whoever the page was opened from. */
async function knownHere(db: ScopedDb, wanted: NamedPlace | undefined, personId: string) {
  const living = wanted && 'home' in wanted ? await occupantsOf(db, [wanted.home]) : []
  const here = living
    .filter(({ until }) => until === undefined)
    .map(({ keptId, name }) => ({ id: keptId, name }))
  if (!isUuid(personId) || here.some(({ id }) => id === personId)) return here
  const person = await findPerson(db, personId)
  return person ? [{ id: person.id, name: person.name }, ...here] : here
}

type Value = Extract<ReadForm<ReturnType<typeof newComplaintForm>>, { ok: true }>['value']

async function record(c: SpaceContext) {
  const read = await c.var.readForm(newComplaintForm(c.var.today))
  if (!read.ok) return newPage(c, read.form)
  const { value, form } = read
  const chosen = await c.var.inScope((db) => choosePlace(db, value))
  if (!chosen.place) {
    const errors = chosen.error ? { [chosen.error.field]: chosen.error.sentence } : {}
    return newPage(c, { ...form, errors }, chosen)
  }
  const telling = tellingOf(value, chosen.place)
  const done = await c.var.once(async (db): Promise<Result<string, TellingRefusal>> => {
    const kept = await recordTelling(db, telling, c.var)
    return kept.ok ? accept(`/reclamations/${kept.value}`) : kept
  })
  if (done.ok) return c.redirect(done.value, 303)
  const { refusal } = done
  const namesakes = refusal.because === 'maybe_known' ? refusal.namesakes : []
  return newPage(c, { ...form, errors: { [fieldOf(refusal)]: sayRefusal(refusal) } }, { namesakes })
}

function tellingOf(value: Value, place: NamedPlace): Telling {
  const teller = tellerOf(value)
  return {
    complaint: {
      place,
      problemCode: value.problem,
      words: value.words,
      ...(value.since && { since: value.since }),
      care: {
        ...(value.assigned_to && { assignedTo: value.assigned_to }),
        ...(value.follow_up_on && { followUpOn: value.follow_up_on }),
      },
      ...(!value.not_told && value.told_on
        ? {
            told: {
              on: value.told_on,
              channel: value.told_channel,
              interlocutor: value.told_to,
              evidence: value.told_evidence,
            },
          }
        : {}),
    },
    ...(teller && { teller }),
    agreed: ASKED_PURPOSES.filter((purpose) => value[purpose]),
  }
}

function tellerOf({ person_id, person_name, person_phone, another }: Value): Teller | undefined {
  if (person_id !== '') return { known: person_id }
  return person_name === '' ? undefined : { name: person_name, phone: person_phone, isAnother: another }
}

/** Beside which field a refusal is said. */
function fieldOf({ because }: TellingRefusal): string {
  if (because === 'maybe_known' || because === 'no_such_person') return 'person_name'
  if (because === 'no_such_colleague') return 'assigned_to'
  if (because === 'no_such_problem' || because === 'retired_problem') return 'problem'
  return because === 'no_such_place' ? 'place_words' : 'told_on'
}
