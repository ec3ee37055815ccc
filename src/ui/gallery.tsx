import { ApproximateDateField } from './approximate-date-field.tsx'
import { Chip, State } from './chip.tsx'
import { DefinitionList } from './definition-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Choice, Field, Form, Tick } from './form.tsx'
import {
  ClocksSection,
  DoorsSection,
  FacadeSection,
  FiguresSection,
  ThreadSection,
  TiersSection,
} from './gallery-drawings.tsx'
import { refused, waits } from './gallery-samples.ts'
import { Notice } from './notice.tsx'
import { Pager } from './pager.tsx'
import { DataTable } from './table.tsx'

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
    <FiguresSection />
    <ClocksSection />
    <ThreadSection />
    <FacadeSection />
    <TiersSection />
    <DoorsSection />
    <section class="part" aria-labelledby="listes">
      <h2 id="listes">Listes et tables</h2>
      <DataTable
        caption="Attentes en cours par entrée"
        rows={waits}
        keyOf={(w) => w.where}
        columns={[
          { header: 'Entrée', cell: (w) => w.where },
          { header: 'Foyers', numeric: true, cell: (w) => w.homes },
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
