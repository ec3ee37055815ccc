import { INTERVAL_KINDS } from '../../measure/interval.ts'
import { Field, type FormState, Tick } from '../../ui/form.tsx'
import type { Option } from '../../ui/options.tsx'
import { Notice } from '../../ui/notice.tsx'
import { formatNumber, quote } from '../../ui/format.fr.ts'
import type { Choice, Explorer } from '../domain/explorer.ts'
import { explorerHref, type ExplorerQuestion, parametersOf, TAUS } from '../domain/explorer-question.ts'
import { INTERVAL_WORDS, nameOf, OUR_COMPLAINTS } from './explorer-words.fr.ts'

const any = (label: string): Option => ({ value: '', label })
/** A longer list is not chosen from: the rows of its table lead there. */
const MOST_OFFERED = 300

/** Every question one may ask, sent as an address: no JavaScript, and a link to give a colleague. */
export const ExplorerChoices = ({ explorer, unread }: { explorer: Explorer; unread: readonly string[] }) => {
  const { question } = explorer
  const form: FormState = { values: Object.fromEntries(parametersOf(question)), errors: {} }
  return (
    <search>
      {unread.length === 0 ? null : (
        <Notice tone="lamp">
          <p>
            L’adresse de cette page demande quelque chose qui n’est pas compris, et qui n’est pas suivi
            {'\u202f'}: {unread.map(quote).join(', ')}.
          </p>
        </Notice>
      )}
      <form method="get" action="/attentes" aria-label="Choisir les attentes">
        <details class="choose">
          <summary>Choisir la source, la période, le lieu, la comparaison</summary>
          <ChoiceFields form={form} explorer={explorer} />
          {question.closedOnly ? <input type="hidden" name="clos" value="oui" /> : null}
          <div class="acts">
            <button class="btn" type="submit">
              Montrer
            </button>
            <a class="btn second" href={explorerHref(EVERYTHING, { source: question.source })}>
              Tout effacer
            </a>
          </div>
        </details>
      </form>
      <Asked question={question} choices={explorer.choices} />
    </search>
  )
}

const ChoiceFields = ({ form, explorer }: { form: FormState; explorer: Explorer }) => {
  const { question, choices } = explorer
  return (
    <div class="cols even">
      <div>
        <Field form={form} name="source" label="D’où viennent les attentes" options={sourcesOf(explorer)} />
        <Field
          form={form}
          name="famille"
          label="Famille"
          options={offered(choices.categories, question.category)}
        />
        <Field form={form} name="lieu" label="Lieu" options={offered(choices.places, question.place)} />
        <div class="pair">
          <Field form={form} name="de" label="Ouvertes depuis" hint="Mois, comme 2025-03." maxLength={7} />
          <Field form={form} name="a" label="Jusqu’à" hint="Mois compris." maxLength={7} />
        </div>
      </div>
      <div>
        <Field form={form} name="avec" label="Comparer avec" options={besides(choices)} />
        <Field form={form} name="cote" label="Mettre côte à côte" options={EACH} />
        <Field form={form} name="horizon" label="Horizon de la moyenne" options={TAU_OPTIONS} />
        <details>
          <summary>Pour les statisticien·nes</summary>
          <Field form={form} name="intervalle" label="Intervalles" options={INTERVALS} />
          <Field form={form} name="jours" label="Jours comptés" options={DAYS} />
          <Tick form={form} name="reperes" label="Poser aussi les repères d’autres pays" />
        </details>
      </div>
    </div>
  )
}

const EVERYTHING: ExplorerQuestion = {
  source: null,
  place: null,
  category: null,
  from: null,
  until: null,
  beside: null,
  each: null,
  interval: 'log-log',
  tau: 90,
  closedOnly: false,
  days: 'civil',
  withoutBulk: false,
  norms: false,
}

const sourcesOf = ({ sources, surveys, hasComplaints }: Explorer): readonly Option[] => [
  ...sources.map((one) => ({ ...one, group: 'Horloge du bailleur' })),
  ...(hasComplaints
    ? [{ value: 'reclamations', label: OUR_COMPLAINTS, group: 'Horloge des locataires' }]
    : []),
  ...surveys.map((one) => ({ ...one, group: 'Horloge des locataires, dites à la porte' })),
]

/** What is chosen is always offered, even when the list is too long to show. */
const offered = (all: readonly Choice[], chosen: string | null): readonly Option[] => {
  const shown = all
    .filter(({ value }, at) => at < MOST_OFFERED || value === chosen)
    .filter(({ value }) => value !== '')
  const left = all.length - shown.length
  return [
    any(left > 1 ? `Tout (et ${formatNumber(left)} autres, par le tableau côte à côte)` : 'Tout'),
    ...shown,
  ]
}

const besides = ({ places, categories }: Explorer['choices']): readonly Option[] => [
  any('Rien'),
  ...categories
    .slice(0, MOST_OFFERED)
    .map(({ value, label }) => ({ value: `famille:${value}`, label, group: 'Une famille' })),
  ...places
    .slice(0, MOST_OFFERED)
    .map(({ value, label }) => ({ value: `lieu:${value}`, label, group: 'Un lieu' })),
]

const EACH = [
  any('Rien'),
  { value: 'famille', label: 'Toutes les familles' },
  { value: 'lieu', label: 'Tous les lieux' },
]
const TAU_OPTIONS = TAUS.map((tau) => ({ value: tau === 90 ? '' : String(tau), label: `${tau}\u00a0jours` }))
const INTERVALS = INTERVAL_KINDS.map((kind) => ({
  value: kind === 'log-log' ? '' : kind,
  label: INTERVAL_WORDS[kind],
}))
const DAYS = [
  any('Jours civils'),
  { value: 'ouvres', label: 'Jours ouvrés' },
  { value: 'ouvrables', label: 'Jours ouvrables' },
]

/** What was asked, each taken away by a press. */
const Asked = ({ question: q, choices }: { question: ExplorerQuestion; choices: Explorer['choices'] }) => {
  const asked: readonly (readonly [string, Partial<ExplorerQuestion>])[] = [
    ...(q.category === null
      ? []
      : [[nameOf({ place: null, category: q.category }, choices), { category: null }] as const]),
    ...(q.place === null
      ? []
      : [[nameOf({ place: q.place, category: null }, choices), { place: null }] as const]),
    ...(q.beside ? [[`à côté de ${q.beside.value}`, { beside: null }] as const] : []),
    ...(q.from === null && q.until === null
      ? []
      : [['période choisie', { from: null, until: null }] as const]),
  ]
  if (asked.length === 0) return null
  return (
    <p>
      Choisi{'\u202f'}:{' '}
      {asked.map(([said, change], at) => (
        <span key={said}>
          {at > 0 ? ' · ' : null}
          <bdi>{said}</bdi> (
          <a href={explorerHref(q, change)}>
            enlever<span class="hidden"> {said}</span>
          </a>
          )
        </span>
      ))}
    </p>
  )
}
