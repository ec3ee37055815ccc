import { EmptyState } from '../../ui/empty-state.tsx'
import { formatCount, formatDay } from '../../ui/format.fr.ts'
import { Notice } from '../../ui/notice.tsx'
import type { Explorer } from '../domain/explorer.ts'
import type { WaitFigures } from '../domain/explorer-figures.ts'
import { explorerHref } from '../domain/explorer-question.ts'
import type { WaitsOrigin } from '../domain/explorer-waits.ts'
import { ClosedCases } from './closed-cases.tsx'
import { ManySection, TwoSection } from './comparison-section.tsx'
import { ExplorerChoices } from './explorer-choices.tsx'
import { CLOCK_WORDS, DAY_WORDS, NOT_COMPUTED, sayPeriod, saySurveyed } from './explorer-words.fr.ts'
import { AgesSection } from './ages-section.tsx'
import { BulkSection } from './bulk-section.tsx'
import { FlowsSection } from './flows-section.tsx'
import { HowCounted, sayCoverage } from './how-counted.tsx'
import { LandingsList } from './landings-list.tsx'
import { NumbersTable } from './numbers-table.tsx'
import { OutcomesSection } from './outcomes-section.tsx'
import { SameMixSection } from './same-mix-section.tsx'
import { Staircase } from './staircase.tsx'
import { sayCounts, sayStaircase } from './staircase-words.fr.ts'
import { Reply, TakeAway } from './reply-and-files.tsx'
import { Median } from './median-headline.tsx'
import { TwoSides } from './two-sides.tsx'

type Props = {
  readonly explorer: Explorer
  readonly unread: readonly string[]
  readonly mayTakeExact: boolean
}

/** The explorer: one question, every figure that answers it, each with what it rests on. */
export const ExplorerPage = ({ explorer, unread, mayTakeExact }: Props) => {
  const { figures, origin } = explorer
  if (!figures || !origin) return <NothingYet />
  return (
    <>
      <h1>{sayStaircase(figures.staircase.value)}</h1>
      <p class="lead">{sayWhat(explorer, origin)}</p>
      <ExplorerChoices explorer={explorer} unread={unread} />
      {origin.routes ? (
        <Notice tone="lamp">
          <p>{saySurveyed(origin.routes)}</p>
        </Notice>
      ) : null}
      {explorer.notComputed.map((reason) => (
        <Notice key={reason} tone="lamp">
          <p>{NOT_COMPUTED[reason]}</p>
        </Notice>
      ))}
      {figures.median.n === 0 ? (
        <EmptyState sentence="Aucune demande ne répond à ces choix." />
      ) : (
        <Answer explorer={explorer} figures={figures} origin={origin} mayTakeExact={mayTakeExact} />
      )}
    </>
  )
}

const NothingYet = () => (
  <>
    <h1>Les attentes</h1>
    <EmptyState sentence="Il n’y a pas encore d’attente à lire ici. Déposez un fichier de demandes, avec l’accord qui le permet.">
      <p>
        <a class="btn" href="/sources">
          Déposer un fichier
        </a>
      </p>
    </EmptyState>
  </>
)

type AnswerProps = {
  readonly explorer: Explorer
  readonly figures: WaitFigures
  readonly origin: WaitsOrigin
  readonly mayTakeExact: boolean
}

const Answer = ({ explorer, figures, origin, mayTakeExact }: AnswerProps) => (
  <>
    <Median figures={figures} />
    <TwoSides explorer={explorer} />
    <figure class="stairs sheet" id="courbe">
      <Staircase drawing={figures.staircase.value} since={CLOCK_WORDS[origin.clock].since} />
      <figcaption class="source">{sayOrigin(figures, origin, explorer)}</figcaption>
    </figure>
    <HowCounted figure={figures.staircase}>
      <p>
        Chaque demande compte tant qu’elle est suivie, y compris celles qui ne sont pas terminées. La bande
        est l’intervalle à 95{'\u202f'}% de chaque point.
        {figures.neverAtRisk === 0
          ? null
          : ` ${formatCount(figures.neverAtRisk, 'demande a fini', 'demandes ont fini')} avant d’être suivies, et ne ${figures.neverAtRisk < 2 ? 'compte' : 'comptent'} pas.`}
        {origin.entryFrom === null
          ? null
          : ` L’extrait ne garde les demandes plus anciennes que le ${formatDay(origin.entryFrom)} que si elles étaient encore ouvertes ce jour-là\u202f: elles ne sont suivies qu’à partir de ce jour (troncature à gauche).`}
      </p>
    </HowCounted>
    <div class="cols even part">
      <ClosedCases figures={figures} explorer={explorer} />
      <LandingsList figures={figures} landings={explorer.landings} />
    </div>
    {figures.staircase.value.subject.steps.length === 0 ? null : <NumbersTable figures={figures} />}
    {explorer.two ? <TwoSection figure={explorer.two} tau={explorer.question.tau} /> : null}
    {explorer.sameMix ? <SameMixSection figure={explorer.sameMix} /> : null}
    {explorer.many ? (
      <ManySection figure={explorer.many} explorer={explorer} />
    ) : (
      <OfferMany explorer={explorer} />
    )}
    {figures.outcomes ? <OutcomesSection figure={figures.outcomes} /> : null}
    {explorer.flows ? <FlowsSection flows={explorer.flows} clock={origin.clock} /> : null}
    <AgesSection figure={figures.ages} />
    {explorer.flows ? (
      <BulkSection
        bulk={explorer.flows.bulk}
        median={figures.median}
        without={explorer.withoutBulk}
        question={explorer.question}
      />
    ) : null}
    <Elsewhere explorer={explorer} origin={origin} />
    <div class="cols even part">
      <Reply explorer={explorer} />
      <TakeAway explorer={explorer} mayTakeExact={mayTakeExact} />
    </div>
  </>
)

/** What each clock alone leads to: hours are in files, buildings are ours. */
const Elsewhere = ({ explorer: { question }, origin }: { explorer: Explorer; origin: WaitsOrigin }) => {
  if (origin.clock === 'landlord')
    return (
      <p>
        <a href={explorerHref(question, {}, '/heures')}>Les 72 premières heures, heure par heure</a>
      </p>
    )
  return question.place === null ? null : (
    <p>
      <a href={`/lieux/residences/${question.place}`}>Les bâtiments de cette résidence, et leurs façades</a>
    </p>
  )
}

function sayWhat({ question, landlord, title }: Explorer, origin: WaitsOrigin): string {
  const whose = landlord === null ? '' : ` (${landlord})`
  return `${title}. ${origin.name}${whose}${sayPeriod(question)}. État au ${formatDay(origin.asOf)}.`
}

const sayOrigin = (figures: WaitFigures, origin: WaitsOrigin, { question }: Explorer): string => {
  const { subject, compared } = figures.staircase.value
  return [
    sayCounts(subject),
    ...(compared ? [sayCounts(compared)] : []),
    `État au ${formatDay(origin.asOf)}.`,
    `${CLOCK_WORDS[origin.clock].title}, ${origin.name}\u202f; couverture ${sayCoverage(figures.median)}.`,
    `${capital(DAY_WORDS[question.days])}. Bande\u202f: intervalle à 95\u202f%.`,
  ].join(' ')
}

const OfferMany = ({ explorer: { question, choices } }: { explorer: Explorer }) => (
  <p>
    {question.each === null ? null : (
      <>Une seule ligne a dix demandes ou plus{'\u202f'}: il n’y a rien à mettre à côté. </>
    )}
    {choices.categories.length > 1 ? (
      <a href={`${explorerHref(question, { each: 'category' })}#cote-a-cote`}>
        Toutes les familles côte à côte
      </a>
    ) : null}
    {choices.categories.length > 1 && choices.places.length > 1 ? ' · ' : null}
    {choices.places.length > 1 ? (
      <a href={`${explorerHref(question, { each: 'place' })}#cote-a-cote`}>Tous les lieux côte à côte</a>
    ) : null}
  </p>
)

const capital = (said: string): string => said.charAt(0).toUpperCase() + said.slice(1)
