import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, type FormState } from '../../ui/form.tsx'
import { formatDay } from '../../ui/format.fr.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PublishedCharter } from '../forms.ts'
import { CharterPicture } from './charter-picture.tsx'

type Props = {
  readonly form: FormState
  readonly charter: PublishedCharter
  /** What was seen, so that nothing else is published. */
  readonly seen: string
  readonly publicSince: CalendarDay | undefined
  readonly mayDecide: boolean
}

/** A desk's charter on its way out: seen as it will be read, then published, or taken back. */
export const CharterPublicationPage = ({ form, charter, seen, publicSince, mayDecide }: Props) => (
  <>
    <h1>Publier la charte</h1>
    <p class="lead">
      Ces engagements, tels quels. Tout le monde pourra les lire, et les unions les compteront à côté des
      réclamations.
    </p>
    <ErrorSummary form={form} />
    {publicSince === undefined ? null : (
      <Notice tone="moss">
        <p>
          Votre charte est publique depuis le {formatDay(publicSince)}.{' '}
          <a href="/delais?type=C">La voir parmi les délais</a>
        </p>
      </Notice>
    )}
    {charter.rules.length === 0 ? (
      <EmptyState sentence="Aucune règle en vigueur à publier." />
    ) : (
      <CharterPicture {...charter} />
    )}
    {mayDecide ? (
      <Form label="Publication de la charte">
        <input type="hidden" name="vu" value={seen} />
        <div class="acts">
          {charter.rules.length === 0 ? null : (
            <button class="btn" type="submit" name="act" value="publish">
              Publier
            </button>
          )}
          {publicSince === undefined ? null : (
            <button class="btn second" type="submit" name="act" value="withdraw">
              Reprendre la charte publiée
            </button>
          )}
        </div>
      </Form>
    ) : (
      <p>Le cercle décisionnaire publie et reprend la charte.</p>
    )}
  </>
)
