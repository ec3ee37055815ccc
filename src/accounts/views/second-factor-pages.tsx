import { create } from 'qrcode'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, type FormState } from '../../ui/form.tsx'
import { CodeField } from './code-page.tsx'

const LABELS = { code: 'Le code à six chiffres' }
const QUIET_ZONE = 4

/** Drawn here: the secret goes to no other service. Dark on light in dark mode too, or telephones do not read it. */
const Square = ({ text, title }: { text: string; title: string }) => {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const dots = Array.from({ length: size * size }, (_, i) =>
    data[i] ? `M${(i % size) + QUIET_ZONE} ${Math.floor(i / size) + QUIET_ZONE}h1v1h-1z` : '',
  ).join('')
  const side = size + 2 * QUIET_ZONE
  return (
    <svg viewBox={`0 0 ${side} ${side}`} width="240" height="240" role="img" aria-label={title}>
      <rect width={side} height={side} fill="#fff" />
      <path d={dots} fill="#000" />
    </svg>
  )
}

type EnrolProps = {
  readonly form: FormState
  readonly fresh: { readonly secret: string; readonly address: string }
}

export const EnrolPage = ({ form, fresh }: EnrolProps) => (
  <>
    <h1>Ajouter un second facteur</h1>
    <ErrorSummary form={form} labels={LABELS} />
    <p class="lead">
      Un code de votre téléphone, en plus du lien : qui lirait vos courriels n’entrerait pas pour autant.
    </p>
    <h2>1. Scannez ce carré</h2>
    <p>Avec une application de codes : Aegis, FreeOTP, celle de votre téléphone ou de votre coffre.</p>
    <Square text={fresh.address} title="Carré à scanner avec l’application de codes" />
    <p>
      Pas d’appareil photo ? Recopiez ce secret :{' '}
      <bdi>
        <code>{fresh.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </bdi>
    </p>
    <h2>2. Recopiez le code qu’elle montre</h2>
    <Form action="/compte/second-facteur" sheet>
      <input type="hidden" name="garde" value={form.values['garde'] ?? ''} />
      <input type="hidden" name="suite" value={form.values['suite'] ?? ''} />
      <CodeField form={form} hint="Il change toutes les trente secondes." />
      <div class="acts">
        <button class="btn" type="submit">
          Activer
        </button>
      </div>
    </Form>
  </>
)

export const RemovePage = ({ form }: { form: FormState }) => (
  <>
    <h1>Retirer le second facteur</h1>
    <ErrorSummary form={form} labels={LABELS} />
    <p class="lead">
      Le lien par courriel suffira pour entrer. Un espace qui demande un second facteur vous le redemandera.
    </p>
    <Form action="/compte/second-facteur/retirer" sheet>
      <CodeField form={form} hint="Un code de votre application : un écran laissé ouvert ne suffit pas." />
      <div class="acts">
        <button class="btn" type="submit">
          Retirer
        </button>
        <a class="btn second" href="/compte">
          Garder
        </a>
      </div>
    </Form>
  </>
)
