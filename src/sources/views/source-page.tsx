import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatCount, formatDay, formatNumber } from '../../ui/format.fr.ts'
import { Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { sayReject } from './reject-words.fr.ts'
import { type ShownVintage, sum, Vintages } from './vintages-part.tsx'

export type ShownSourcePage = {
  readonly id: string
  readonly name: string
  readonly landlord: string | undefined
  readonly agreement: string
  readonly agreementInForce: boolean
  /** Older cases are in the file only if they were still open on that day. */
  readonly entryFrom: CalendarDay | undefined
  /** The last comes first. */
  readonly vintages: readonly ShownVintage[]
  /** What the reader found in the last file, each said in a sentence. */
  readonly notices: readonly string[]
  /** The last file that was sent, when it had been read already: its name, and when it was. */
  readonly readAgain: { readonly fileName: string; readonly readOn: CalendarDay } | undefined
  /** A file that waits to be looked at, or is being read. */
  readonly waiting: 'columns' | 'reading' | undefined
  readonly mayLoad: boolean
}

export const SourcePage = (s: ShownSourcePage) => {
  const [last] = s.vintages
  return (
    <>
      <h1>
        <bdi>{s.name}</bdi>
      </h1>
      <Waiting {...s} />
      {s.readAgain === undefined ? null : <ReadAgain {...s.readAgain} />}
      {last === undefined ? (
        <EmptyState sentence="Aucun fichier de cette source n’a encore été lu." />
      ) : (
        <p class="lead">
          {formatCount(last.kept, 'demande')} au {formatDay(last.asOf)}, à l’horloge de qui tient le fichier.{' '}
          <a href={`/attentes/${s.id}`}>Voir les attentes</a>
        </p>
      )}
      <DefinitionList
        items={[
          ...(s.landlord === undefined ? [] : [{ term: 'Bailleur', value: <bdi>{s.landlord}</bdi> }]),
          { term: 'Convention', value: <bdi>{s.agreement}</bdi> },
          ...(s.entryFrom === undefined
            ? []
            : [
                {
                  term: 'Demandes anciennes',
                  value: `avant le ${formatDay(s.entryFrom)}, seulement celles qui attendaient encore ce jour-là`,
                },
              ]),
        ]}
      />
      {s.notices.length === 0 ? null : <Found notices={s.notices} />}
      {s.vintages.length === 0 ? null : <Vintages vintages={s.vintages} />}
      {last === undefined ? null : <Rejects id={s.id} last={last} mayLoad={s.mayLoad} />}
      {s.mayLoad ? <Acts {...s} /> : null}
    </>
  )
}

const Waiting = ({ id, waiting, mayLoad }: ShownSourcePage) =>
  waiting === undefined || !mayLoad ? null : (
    <Notice tone="lamp">
      <p>
        {waiting === 'reading' ? (
          <a href={`/sources/${id}/lecture`}>Un fichier est en train d’être lu</a>
        ) : (
          <a href={`/sources/${id}/colonnes`}>
            Un fichier attend que vous disiez ce que veulent dire ses colonnes
          </a>
        )}
      </p>
    </Notice>
  )

const ReadAgain = ({ fileName, readOn }: NonNullable<ShownSourcePage['readAgain']>) => (
  <Notice>
    <p>
      Ce fichier a déjà été lu, le {formatDay(readOn)}
      {'\u202f'}: rien n’a changé. <bdi>{fileName}</bdi> dit les mêmes demandes, lues de la même façon.
    </p>
  </Notice>
)

const Found = ({ notices }: { notices: readonly string[] }) => (
  <section class="part">
    <h2>Ce que la lecture a trouvé</h2>
    <ul>
      {notices.map((notice) => (
        <li key={notice}>{notice}</li>
      ))}
    </ul>
  </section>
)

const Rejects = ({ id, last, mayLoad }: { id: string; last: ShownVintage; mayLoad: boolean }) => (
  <section class="part">
    <h2>Les lignes rejetées</h2>
    {sum(last.rejected) === 0 ? (
      <p>Aucune{'\u202f'}: toutes les lignes du dernier fichier comptent.</p>
    ) : (
      <>
        <DataTable
          caption="Lignes rejetées du dernier fichier"
          rows={Object.entries(last.rejected).filter(([, n]) => n > 0)}
          keyOf={([reason]) => reason}
          columns={[
            { header: 'Raison', cell: ([reason]) => sayReject(reason).name },
            { header: 'Lignes', numeric: true, cell: ([, n]) => formatNumber(n) },
            { header: 'Que faire', cell: ([reason]) => sayReject(reason).mend },
          ]}
        />
        <div class="acts">
          <a class="btn second" href={`/sources/${id}/rejets`}>
            Voir les lignes rejetées
          </a>
          {mayLoad ? (
            <a class="btn second" href={`/sources/${id}/rejets.csv`}>
              Les emporter (CSV)
            </a>
          ) : null}
        </div>
      </>
    )}
  </section>
)

const Acts = ({ id, agreementInForce }: ShownSourcePage) => (
  <>
    {agreementInForce ? null : (
      <Notice tone="lamp">
        <p>
          La convention ne vaut plus{'\u202f'}: aucun autre fichier n’entre.{' '}
          <a href="/sources/accords">Voir les conventions</a>
        </p>
      </Notice>
    )}
    <div class="acts">
      {agreementInForce ? (
        <a class="btn" href={`/sources/${id}/fichier`}>
          Charger le fichier suivant
        </a>
      ) : null}
      <a href={`/sources/${id}/retirer`}>Retirer cette source</a>
    </div>
  </>
)
