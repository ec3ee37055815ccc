import { type Actor, isIn } from '../../access/scope.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import type { MembershipRow } from '../store/members.ts'
import type { SpaceRow } from '../store/space.ts'
import { circleName, institutionWords, spaceKindWords } from '../words.fr.ts'
import { CircleList } from './circle-list.tsx'

type Props = {
  readonly actor: Actor
  readonly space: SpaceRow
  readonly memberships: readonly MembershipRow[]
  readonly mayFound: boolean
}

/** The space: whose it is, who is in it, what each may do, and the rooms around it. */
export const SpacePage = ({ actor, space, memberships, mayFound }: Props) => (
  <>
    <h1>
      <bdi>{space.name}</bdi>
    </h1>
    <p class="lead">Un espace est un mur{'\u202f'}: rien n’en sort que par une porte, et par une décision.</p>
    <DefinitionList
      items={[
        { term: 'Organisation', value: <bdi>{space.organisation}</bdi> },
        {
          term: 'Nature',
          value: `${institutionWords[space.organisation_kind]} (espace\u202f: ${spaceKindWords[actor.kind]})`,
        },
        { term: 'Vos cercles', value: actor.circles.map((c) => circleName(actor.kind, c)).join(', ') },
        {
          term: 'Second facteur',
          value: space.requires_second_factor ? 'exigé de chacun·e' : 'au choix de chacun·e',
        },
      ]}
    />
    <SpaceRooms actor={actor} mayFound={mayFound} />
    <section class="part" aria-labelledby="cercles">
      <h2 id="cercles">Cercles et membres</h2>
      <CircleList kind={actor.kind} memberships={memberships} />
    </section>
    <p class="part">
      <a href="/espace/quitter">Quitter cet espace</a>
    </p>
  </>
)

const SpaceRooms = ({ actor, mayFound }: Pick<Props, 'actor' | 'mayFound'>) => (
  <nav aria-label="Pages de l’espace">
    <ul>
      <li>
        <a href="/espace/portes">Les portes{'\u202f'}: ce qui peut sortir, et ce qui est sorti</a>
      </li>
      {actor.kind === 'union' && isIn(actor, 'officer') ? (
        <li>
          <a href="/espace/presentation">Se présenter au public</a>
        </li>
      ) : null}
      <li>
        <a href="/espace/conservation">Ce que nous gardons, et combien de temps</a>
      </li>
      {isIn(actor, 'administrator') ? <AdministratorRooms mayFound={mayFound} /> : null}
    </ul>
  </nav>
)

const AdministratorRooms = ({ mayFound }: Pick<Props, 'mayFound'>) => (
  <>
    <li>
      <a href="/espace/membres">Membres et invitations</a>
    </li>
    <li>
      <a href="/espace/reglages">Réglages</a>
    </li>
    <li>
      <a href="/espace/journal">Journal</a>
    </li>
    <li>
      <a href="/espace/courriers">Courriers</a>
    </li>
    {mayFound ? (
      <li>
        <a href="/espace/organisations/nouvelle">Ouvrir une organisation</a>
      </li>
    ) : null}
  </>
)
