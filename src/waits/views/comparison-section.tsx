import type { Figure } from '../../measure/figure.ts'
import { formatNumber } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import type { Explorer } from '../domain/explorer.ts'
import type { ManyCompared, OneOfMany, TwoCompared } from '../domain/explorer-comparison.ts'
import { explorerHref } from '../domain/explorer-question.ts'
import { FunnelDrawing } from './funnel-drawing.tsx'
import { HowCounted } from './how-counted.tsx'
import { outOfHundred, sayDays, sayElapsed, sayMedian } from './staircase-words.fr.ts'

/** By how many days two selections differ, and whether chance alone would do it. */
export const TwoSection = ({ figure, tau }: { figure: Figure<TwoCompared>; tau: number }) => {
  const { names, difference, logrank } = figure.value
  return (
    <section class="part" aria-labelledby="ecart">
      <h2 id="ecart">L’écart entre les deux</h2>
      <p class="lead">{difference ? sayDifference(names, difference) : sayTooShort(tau)}</p>
      {difference ? (
        <p>
          L’écart vrai est, à 95{'\u202f'}%, entre {signed(difference.lower)} et {signed(difference.upper)}{' '}
          jours.
        </p>
      ) : null}
      <p>
        {logrank
          ? `Test du log-rank\u202f: ${sayP(logrank.p)} (χ² = ${tenths.format(logrank.chisq)}, ${formatNumber(logrank.df)} degré de liberté). Il dit si un écart peut venir du hasard, jamais pourquoi il est là.`
          : 'Le test du log-rank n’est pas fait ici\u202f: des demandes ne sont suivies qu’à partir d’un jour, ou trop peu ont abouti.'}
      </p>
      <HowCounted figure={figure} />
    </section>
  )
}

const tenths = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })
const signed = (days: number): string => `${days < 0 ? '−' : ''}${tenths.format(Math.abs(days))}`

const sayTooShort = (tau: number) =>
  `L’une des deux n’est pas suivie jusqu’à ${sayDays(tau)}\u202f: choisissez un horizon plus court.`

function sayDifference(
  [first, second]: readonly [string, string],
  { value, tau }: { value: number; tau: number },
) {
  const longer = value >= 0 ? [first, second] : [second, first]
  return `Sur les ${formatNumber(tau)} premiers jours, une demande attend en moyenne ${sayDays(Math.round(Math.abs(value) * 10) / 10)} de plus en «\u202f${longer[0]}\u202f» qu’en «\u202f${longer[1]}\u202f».`
}

/** «p < 0,001», «p = 0,04». */
export const sayP = (p: number): string =>
  p < 0.001 ? 'p\u00a0<\u00a00,001' : `p\u00a0=\u00a0${p.toFixed(p < 0.01 ? 3 : 2).replace('.', ',')}`

const MOST_ROWS = 60

/** Every category or every place, the largest first: a table, a funnel, no ranking. */
export const ManySection = ({ figure, explorer }: { figure: Figure<ManyCompared>; explorer: Explorer }) => {
  const { strata, small, day, logrank } = figure.value
  const by = explorer.question.each === 'place' ? 'Lieu' : 'Famille'
  return (
    <section class="part" aria-labelledby="cote-a-cote">
      <h2 id="cote-a-cote">Côte à côte</h2>
      <FunnelDrawing compared={figure.value} />
      <DataTable
        caption={`Attentes par ${by.toLowerCase()}, des plus nombreuses aux moins nombreuses`}
        rows={strata.slice(0, MOST_ROWS)}
        keyOf={({ name }) => name}
        columns={[
          { header: by, cell: ({ name }) => <StratumLink name={name} explorer={explorer} /> },
          { header: 'Demandes', numeric: true, cell: ({ n }) => formatNumber(n) },
          { header: 'Encore ouvertes', numeric: true, cell: ({ waiting }) => formatNumber(waiting) },
          { header: 'La moitié en', numeric: true, cell: ({ median }) => sayMedian(median.value) },
          {
            header: `Sur 100, après ${sayElapsed(day)}`,
            numeric: true,
            cell: ({ share }) => (share === null ? 'pas suivies si loin' : outOfHundred(share)),
          },
          { header: 'Dans l’entonnoir', cell: sayPlace },
        ]}
      />
      <p class="small quiet">{sayLeftOut(strata.length, small)}</p>
      <p>
        {logrank === null
          ? 'Le test du log-rank de toutes ces lignes n’est pas fait\u202f: elles sont trop nombreuses, ou suivies à partir de jours différents.'
          : `Toutes ces lignes ensemble, test du log-rank\u202f: ${sayP(logrank.p)}. Avec beaucoup de demandes, presque tout écart passe ce test\u202f: regardez les jours, pas le p.`}
      </p>
      <HowCounted figure={figure}>
        <p>
          L’entonnoir montre où le hasard seul mettrait une ligne de cette taille, autour de l’ensemble. Les p
          sont corrigés du nombre de lignes regardées (Benjamini-Hochberg). Une ligne où plus personne
          n’attend, où tout le monde attend, ou qui n’est pas suivie si loin n’y est pas placée. Ce n’est pas
          un classement.
        </p>
      </HowCounted>
    </section>
  )
}

const StratumLink = ({ name, explorer: { question, choices } }: { name: string; explorer: Explorer }) => {
  const all = question.each === 'place' ? choices.places : choices.categories
  const value = all.find(({ label }) => label === name)?.value ?? name
  const change = question.each === 'place' ? { place: value } : { category: value }
  return value === '' ? (
    <bdi>{name}</bdi>
  ) : (
    <a href={explorerHref(question, { ...change, each: null })}>
      <bdi>{name}</bdi>
    </a>
  )
}

function sayPlace({ place, adjusted }: OneOfMany): string {
  if (!place || adjusted === null) return 'non placée'
  const said = place.stands === 'within' ? 'dedans' : place.stands === 'outside_usual' ? 'au bord' : 'dehors'
  return `${said} (${sayP(adjusted)})`
}

function sayLeftOut(shown: number, small: { strata: number; cases: number }): string {
  const rest =
    shown > MOST_ROWS
      ? `Les ${formatNumber(shown - MOST_ROWS)} lignes suivantes sont dans le fichier à télécharger. `
      : ''
  if (small.strata === 0) return rest
  const lines = small.strata >= 2 ? `${formatNumber(small.strata)} lignes` : 'Une ligne'
  return `${rest}${lines} de moins de 10 demandes (${formatNumber(small.cases)} en tout) ${small.strata >= 2 ? 'comptent' : 'compte'} dans l’ensemble et ${small.strata >= 2 ? 'ne sont pas montrées' : 'n’est pas montrée'}.`
}
