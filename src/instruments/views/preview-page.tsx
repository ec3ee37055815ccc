import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form as Sent, type FormState } from '../../ui/form.tsx'
import { formatCount } from '../../ui/format.fr.ts'
import { Notice } from '../../ui/notice.tsx'
import { isAskable } from '../domain/askable.ts'
import type { Form, Item, Language } from '../domain/form.ts'
import type { Instrument } from '../store.ts'
import { sayBy } from './instruments-page.tsx'
import { PreviewItems } from './preview-items.tsx'
import { directionOf } from './type-words.fr.ts'

type Props = {
  readonly instrument: Instrument & { readonly form: Form }
  readonly language: Language
  readonly sent: FormState
}

/** The whole form on one screen as wide as a phone, and what publishing it means. */
export const PreviewPage = ({ instrument, language, sent }: Props) => (
  <>
    <h1>
      <bdi>{instrument.title}</bdi>
    </h1>
    <ErrorSummary form={sent} />
    <State instrument={instrument} />
    <Languages instrument={instrument} language={language} />
    <section class="phoneframe" aria-label="Aperçu sur le téléphone">
      <div lang={language.tag ?? 'fr'} dir={directionOf(language.tag)}>
        <PreviewItems form={instrument.form} items={instrument.form.items} language={language.name} />
      </div>
    </section>
    {instrument.publishedAt ? null : <Publish onPaper={onPaperIn(instrument.form.items)} />}
    <div class="acts">
      <a href={`/questionnaires/${instrument.id}/codes`}>Livret des codes</a>
      <a href="/questionnaires">Tous les questionnaires</a>
    </div>
  </>
)

const State = ({ instrument }: Pick<Props, 'instrument'>) => (
  <>
    {instrument.publishedAt ? (
      <Notice tone="moss">
        <p>
          Publié {sayBy(instrument.publishedBy ?? '', instrument.publishedAt)}. Une campagne peut le demander.
        </p>
      </Notice>
    ) : (
      <Notice>
        <p>Pas encore publié{'\u202f'}: relisez chaque question, dans chaque langue.</p>
      </Notice>
    )}
    <p class="quiet">
      <bdi>{instrument.fileName}</bdi>, apporté {sayBy(instrument.broughtBy, instrument.broughtAt)}. Version{' '}
      <code class="fingerprint">{instrument.version}</code>
    </p>
  </>
)

const Languages = ({ instrument: { id, form }, language }: Pick<Props, 'instrument' | 'language'>) =>
  form.languages.length < 2 ? null : (
    <nav aria-label="Langue de l’aperçu">
      <ul class="bare">
        {form.languages.map(({ name, tag }, at) => (
          <li key={name}>
            <a
              href={`/questionnaires/${id}?langue=${at}`}
              {...(tag ? { hreflang: tag } : {})}
              {...(name === language.name ? { 'aria-current': 'true' as const } : {})}
            >
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )

/** Questions that are put and that a telephone cannot put yet. */
const onPaperIn = (items: readonly Item[]): number =>
  items.reduce(
    (sum, item) => sum + (item.kind === 'question' ? Number(!isAskable(item)) : onPaperIn(item.items)),
    0,
  )

const Publish = ({ onPaper }: { readonly onPaper: number }) => (
  <Sent label="Publier">
    {onPaper === 0 ? null : (
      <Notice tone="lamp">
        <p>
          {formatCount(
            onPaper,
            'question (photo, son, lieu ou fichier) restera sur papier',
            'questions (photos, sons, lieux ou fichiers) resteront sur papier',
          )}
          {'\u202f'}: les téléphones ne savent pas encore les poser. Les autres se posent.
        </p>
      </Notice>
    )}
    <p>
      Publié, ce questionnaire ne change plus{'\u202f'}: les téléphones gardent ces mots-là. Pour le corriger,
      vous apporterez un autre classeur, qui sera une autre version.
    </p>
    <div class="acts">
      <button class="btn" type="submit">
        Publier ce questionnaire
      </button>
    </div>
  </Sent>
)
