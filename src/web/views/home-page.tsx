import { Facade } from '../../ui/facade.tsx'
import { formatDays, formatNumber } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import { staircases, waitsByEntrance, waitsOfBuilding } from './home-building.ts'

type Props = { readonly demo: boolean; readonly signedIn: boolean }

/** What a visitor reads first: the mission, the way in, and what an invented building would show. */
export const HomePage = ({ demo, signedIn }: Props) => (
  <>
    <div class="threshold">
      <h1>L’attente devient un fait, les faits une demande, la demande une réponse</h1>
      <p class="lead">
        Une réparation demandée, et plus rien : pas de réponse, un dossier perdu, une clôture sans travaux.
        Palier existe pour que cette attente ait une date, des voisin·es, et une suite.
      </p>
      <div class="acts">
        {signedIn ? (
          <a class="btn" href="/espaces">
            Choisir un espace
          </a>
        ) : (
          <a class="btn" href="/entrer">
            Entrer
          </a>
        )}
        {demo ? (
          <a class="btn second" href="/demo">
            Visiter le quartier inventé
          </a>
        ) : null}
      </div>
    </div>
    <Landings />
    <Building />
    <Readers />
    <Today />
  </>
)

const Landings = () => (
  <ol class="landings" aria-label="Trois paliers">
    <li>
      <h2>Un fait</h2>
      <p>
        Ce qui attend, depuis quand, à qui on l’a dit. La date est celle du foyer, aussi précise qu’il s’en
        souvient.
      </p>
    </li>
    <li>
      <h2>Une demande</h2>
      <p>
        Plusieurs attentes, une seule demande : écrite par celles et ceux qui attendent, portée par leur
        union.
      </p>
    </li>
    <li class="theirs">
      <h2>Une réponse</h2>
      <p>Donnée par l’institution, dans ses mots, à une date. Et si rien ne vient, le silence a une durée.</p>
    </li>
  </ol>
)

const Building = () => (
  <section class="part" aria-labelledby="immeuble">
    <h2 id="immeuble">Si l’on voyait l’attente depuis la rue</h2>
    <p class="lead">
      Dans cet immeuble inventé,{' '}
      <strong>
        {waitsOfBuilding.waiting} logements sur {waitsOfBuilding.met} rencontrés attendent ce soir
      </strong>
      , dont {waitsOfBuilding.long} depuis plus de 3 mois.
    </p>
    <p id="immeuble-lire">
      Plus l’attente est longue, plus le volet est levé et la lumière vive. Le nombre est celui des jours, au
      moins. Une vraie façade ne serait vue que par l’union de l’immeuble.{' '}
      <a href="#immeuble-table">Les mêmes chiffres, en table</a>
    </p>
    <Facade
      id="accueil"
      label="Façade d’un immeuble inventé, trois entrées, du rez-de-chaussée au 4e étage"
      describedBy="immeuble-lire"
      staircases={staircases}
    />
    <div id="immeuble-table">
      <DataTable
        caption="Entrée par entrée"
        rows={[...waitsByEntrance]}
        keyOf={(w) => w.name}
        columns={[
          { header: 'Entrée', cell: (w) => `Entrée ${w.name}` },
          { header: 'Attendent', numeric: true, cell: (w) => formatNumber(w.waiting) },
          { header: 'Plus longue, au moins', numeric: true, cell: (w) => formatDays(w.longest) },
          { header: 'Plus de 3 mois', numeric: true, cell: (w) => formatNumber(w.long) },
          { header: 'Rencontrés', numeric: true, cell: (w) => `${w.met} sur ${w.homes}` },
        ]}
      />
    </div>
  </section>
)

const Readers = () => (
  <div class="part thirds">
    <section aria-labelledby="pour-les-unions">
      <h2 id="pour-les-unions">Pour les unions de locataires</h2>
      <p>
        Ce qu’un·e locataire confie à son union reste à son union. Rien n’en sort sans un geste décidé, daté,
        et qui peut être repris.
      </p>
      <p>Les accords se notent un par un, et se retirent comme ils se donnent.</p>
    </section>
    <section aria-labelledby="pour-les-institutions">
      <h2 id="pour-les-institutions">Pour les institutions qui répondent</h2>
      <p>
        Un bailleur ne voit que ce qu’on lui adresse. En échange, sa réponse est gardée entière, dans ses
        mots, à côté de la demande.
      </p>
      <p>Ni note, ni classement : des dates, et le droit de répondre.</p>
    </section>
    <section aria-labelledby="pour-la-recherche">
      <h2 id="pour-la-recherche">Pour la recherche</h2>
      <p>
        Une durée n’a de sens qu’avec celles qui durent encore. Palier les compte toutes, et garde la
        précision de chaque date sans en inventer.
      </p>
      <p>Aucune donnée n’est partagée sans l’accord de l’union qui la tient.</p>
    </section>
  </div>
)

const Today = () => (
  <section class="part" aria-labelledby="a-ce-jour">
    <h2 id="a-ce-jour">Où en est Palier</h2>
    <p>
      Palier se construit palier par palier. À ce jour, une union peut y ouvrir son espace, décrire ses
      résidences jusqu’à la porte, noter les personnes qu’elle rencontre et ce à quoi elles consentent. Elle
      choisit ce qu’elle ouvre à d’autres, et peut le refermer.
    </p>
    <p>
      <a href="/unions">Les unions qui se présentent au public</a>
    </p>
  </section>
)
