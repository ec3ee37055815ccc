import { ApproximateDateField } from './approximate-date-field.tsx'
import { Chip, State } from './chip.tsx'
import { DefinitionList } from './definition-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Figure } from './figure.tsx'
import { Choice, Field, Form, type FormState, Tick } from './form.tsx'
import { Notice } from './notice.tsx'
import { calendarDay } from '../kernel/calendar-day.ts'
import { Pager } from './pager.tsx'
import { Stairs } from './stairs.tsx'
import { DataTable } from './table.tsx'
import { Wait } from './wait.tsx'

const refused: FormState = {
  values: {
    prenom: 'Camille D.',
    mel: 'camille@',
    depuis: 'l’autre jour',
    montrer: 'bailleur',
    accord: 'oui',
  },
  errors: { mel: 'Il manque ce qui suit le signe @.', depuis: 'Donnez au moins une année ou une saison.' },
}
const waits = [
  { where: 'Entrée 12', n: 9, longest: 143 },
  { where: 'Entrée 14', n: 22, longest: 410 },
]

/** Every component in every state, with invented data; also right to left. */
export const GalleryPage = ({ dir }: { dir: 'ltr' | 'rtl' }) => (
  <div dir={dir}>
    <h1>Composants</h1>
    <p>
      <a href={dir === 'ltr' ? '?sens=rtl' : '?sens=ltr'}>
        {dir === 'ltr' ? 'Voir de droite à gauche' : 'Voir de gauche à droite'}
      </a>
    </p>
    <Marks />
    <Forms />
    <Figures />
    <section class="part" aria-labelledby="listes">
      <h2 id="listes">Listes et tables</h2>
      <DataTable
        caption="Attentes en cours par entrée"
        rows={waits}
        keyOf={(w) => w.where}
        columns={[
          { header: 'Entrée', cell: (w) => w.where },
          { header: 'Foyers', numeric: true, cell: (w) => w.n },
          { header: 'Plus longue attente', numeric: true, cell: (w) => `au moins ${w.longest}\u00a0jours` },
        ]}
      />
      <DefinitionList
        items={[
          { term: 'Bailleur', value: 'Toits d’Auvelle' },
          { term: 'Depuis', value: 'printemps 2023' },
        ]}
      />
      <EmptyState sentence="Personne n’est encore noté ici.">
        <p>
          <a class="btn" href="#listes">
            Ajouter une personne
          </a>
        </p>
      </EmptyState>
      <Pager page={2} pages={7} hrefOf={(page) => `?page=${page}`} />
    </section>
  </div>
)

const Marks = () => (
  <section class="part" aria-labelledby="marques">
    <h2 id="marques">Avis et marques</h2>
    <Notice>
      <p>Un avis ordinaire.</p>
    </Notice>
    <Notice tone="brick">
      <p>Quelque chose reste à faire.</p>
    </Notice>
    <Notice tone="moss">
      <p>C’est fait, et noté.</p>
    </Notice>
    <Notice tone="lamp">
      <p>C’est contesté.</p>
    </Notice>
    <p>
      <Chip kind="L" /> <Chip kind="P" /> <Chip kind="C" /> <Chip kind="R" />
    </p>
    <p>
      <State>En cours</State> · <State tone="late">En retard de 12 jours</State> ·{' '}
      <State tone="kept">Tenu</State>
    </p>
    <div class="acts">
      <a class="btn" href="#marques">
        Agir
      </a>
      <a class="btn second" href="#marques">
        Plus tard
      </a>
    </div>
  </section>
)

const Forms = () => (
  <section class="part" aria-labelledby="formulaires">
    <h2 id="formulaires">Formulaires</h2>
    <Form sheet label="Exemple de formulaire refusé">
      <ErrorSummary form={refused} labels={{ mel: 'Votre adresse électronique', depuis: 'La date' }} />
      <Field form={refused} name="prenom" label="Prénom et nom" autocomplete="name" />
      <Field
        form={refused}
        name="mel"
        label="Adresse électronique"
        type="email"
        hint="Pour confirmer, en un clic."
      />
      <ApproximateDateField
        form={refused}
        name="depuis"
        label="Depuis quand"
        understood="entre mars et mai 2023"
      />
      <Field
        form={refused}
        name="batiment"
        label="Votre bâtiment"
        options={[
          { value: 'C', label: 'Bâtiment C' },
          { value: 'A', label: 'Bâtiment A' },
        ]}
      />
      <Field form={refused} name="mots" label="Vos mots" rows={3} />
      <Tick
        form={refused}
        name="accord"
        label="Je soutiens cette demande."
        small="Votre nom n’est pas publié."
      />
      <Choice
        form={refused}
        name="montrer"
        legend="Mon nom peut être montré"
        options={[
          { value: 'bailleur', label: 'au bailleur' },
          { value: 'tous', label: 'à tout le monde', small: 'Sur la page publique.' },
        ]}
      />
      <div class="acts">
        <button class="btn" type="submit">
          Envoyer
        </button>
        <button class="btn second" type="reset">
          Recommencer
        </button>
      </div>
    </Form>
  </section>
)

const steps = [
  { day: 0, share: 1, low: 1, high: 1 },
  { day: 12, share: 0.9, low: 0.82, high: 0.96 },
  { day: 45, share: 0.74, low: 0.62, high: 0.84 },
  { day: 102, share: 0.5, low: 0.37, high: 0.63 },
  { day: 190, share: 0.38, low: 0.26, high: 0.52 },
]

const Figures = () => (
  <section class="part" aria-labelledby="figures">
    <h2 id="figures">Figures</h2>
    <Wait days={143} ended={false} />
    <Figure
      id="escalier"
      title="Combien attendent encore"
      n={64}
      open={25}
      asOf={calendarDay('2026-11-22')}
      method="Kaplan–Meier, attentes ouvertes comptées"
      sources="données inventées"
      sentence="La moitié des foyers attend encore au bout de 102 jours."
      picture={
        <Stairs label="Part des foyers qui attendent encore, de 0 à 240 jours" steps={steps} lastDay={240} />
      }
      table={
        <DataTable
          caption="Part qui attend encore"
          rows={steps}
          keyOf={(s) => String(s.day)}
          columns={[
            { header: 'Après', cell: (s) => `${s.day}\u00a0jours` },
            { header: 'Attendent encore', numeric: true, cell: (s) => `${Math.round(s.share * 100)}\u202f%` },
            {
              header: 'Entre',
              numeric: true,
              cell: (s) => `${Math.round(s.low * 100)} et ${Math.round(s.high * 100)}\u202f%`,
            },
          ]}
        />
      }
    />
  </section>
)
