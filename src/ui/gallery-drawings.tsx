import { ClockGap, Clocks } from './clocks.tsx'
import { DoorBar, DoorsGrid } from './doors-grid.tsx'
import { Facade } from './facade.tsx'
import { Figure } from './figure.tsx'
import { doorFloors, otherSteps, staircases, steps, TODAY } from './gallery-samples.ts'
import { threadEvents } from './gallery-thread.ts'
import { Stairs } from './stairs.tsx'
import { DataTable } from './table.tsx'
import { Thread } from './thread.tsx'
import { Tiers } from './tiers.tsx'
import { Wait } from './wait.tsx'

export const FiguresSection = () => (
  <section class="part" aria-labelledby="figures">
    <h2 id="figures">Figures</h2>
    <Wait days={143} ended={false} />
    <Figure
      id="escalier"
      title="Sur 100 demandes, 61 attendent encore après 1 mois"
      n={612}
      open={294}
      asOf={TODAY}
      method={'Kaplan-Meier, attentes ouvertes comptées, bande à 95\u202f%'}
      sources="données inventées"
      sentence="La moitié des demandes chez Toits d’Auvelle a abouti en 102 jours, en 16 jours au Val-Mésange."
      picture={
        <Stairs
          label={
            'Courbe en escalier\u202f: part des demandes encore en attente, deux bailleurs. Les mêmes chiffres sont dans la table.'
          }
          name="Toits d’Auvelle"
          steps={steps}
          compared={{ name: 'Val-Mésange', steps: otherSteps }}
          deadlines={[
            { kind: 'C', day: 7, words: '5 jours ouvrés' },
            { kind: 'P', day: 61, words: '2 mois\u202f: saisir' },
            { kind: 'R', day: 84, words: '12 semaines' },
          ]}
          lastDay={365}
        />
      }
      table={
        <DataTable
          caption="Sur 100 demandes, attendent encore"
          rows={steps}
          keyOf={(s) => String(s.day)}
          columns={[
            { header: 'Après', cell: (s) => `${s.day}\u00a0jours` },
            { header: 'Attendent', numeric: true, cell: (s) => Math.round(s.share * 100) },
            {
              header: 'Entre',
              numeric: true,
              cell: (s) => `${Math.round(s.low * 100)} et ${Math.round(s.high * 100)}`,
            },
          ]}
        />
      }
    />
  </section>
)

export const ClocksSection = () => (
  <section class="part" aria-labelledby="horloges">
    <h2 id="horloges">Deux horloges</h2>
    <div class="cols even">
      <Clocks
        today={143}
        ours={{ from: 0, note: 'Du premier signalement, 2 juillet, à aujourd’hui.' }}
        theirs={{ from: 7, to: 57, note: 'De l’enregistrement, 9 juillet, à la clôture, 28 août.' }}
      />
      <ClockGap said="au moins 93 jours" />
    </div>
  </section>
)

export const ThreadSection = () => (
  <section class="part" aria-labelledby="fil">
    <h2 id="fil">Le fil</h2>
    <Thread events={threadEvents} />
  </section>
)

export const FacadeSection = () => (
  <section class="part" aria-labelledby="facade">
    <h2 id="facade">La façade</h2>
    <p id="facade-phrase">
      Plus l’attente est longue, plus le volet est levé et la lumière vive. Vu par l’union seulement.
    </p>
    <Facade
      id="batiment-c"
      label="Façade du bâtiment C, trois entrées"
      describedBy="facade-phrase"
      staircases={staircases}
    />
  </section>
)

export const TiersSection = () => (
  <section class="part" aria-labelledby="paliers">
    <h2 id="paliers">37 soutiens sur 50</h2>
    <p>Le premier palier est atteint. Encore 13 pour le deuxième.</p>
    <Tiers
      count={37}
      tiers={[
        { at: 20, triggers: 'Réunion avec l’agence.', reachedOn: '9 octobre' },
        { at: 50, triggers: 'Étude chiffrée, rendue publique' },
        { at: 80, triggers: 'Débat au conseil de concertation locale' },
      ]}
    />
  </section>
)

export const DoorsSection = () => (
  <section class="part" aria-labelledby="portes">
    <h2 id="portes">Porte à porte</h2>
    <DoorBar held={2} online={false} href="#portes" />
    <p>
      <strong>6 portes faites sur 10</strong>
    </p>
    <DoorsGrid floors={doorFloors} />
    <p class="small quiet">Losange en coin{'\u202f'}: pas encore envoyé. Aucun nom à l’écran.</p>
  </section>
)
