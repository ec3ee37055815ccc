import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import { formatDay, formatInstant } from '../../ui/format.fr.ts'
import { Notice } from '../../ui/notice.tsx'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { QrPicture, type QrSquare } from '../../ui/qr-square.tsx'
import { type FollowUpCode, showFollowUpCode } from '../domain/follow-up-code.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../domain/language.ts'
import type { IssuedCode } from '../store/codes.ts'

type Props = {
  readonly complaintId: string
  readonly codes: readonly IssuedCode[]
  readonly form: FormState
}

/** Whether a code opens this complaint today; giving one, taking it back. The code itself is known to nobody any more. */
export const CodeOfComplaintPage = ({ complaintId, codes, form }: Props) => {
  const live = codes.find(({ revokedAt }) => revokedAt === undefined)
  return (
    <>
      <h1>Code de suivi</h1>
      <ErrorSummary form={form} />
      <p class="lead">
        Avec ce code, le foyer suit son attente de lui-même, dans sa langue, et dit si c’est réparé. Il
        n’ouvre que cette réclamation, sans nom ni logement.
      </p>
      {live ? <LiveCode code={live} /> : <p>Aucun code n’ouvre cette réclamation aujourd’hui.</p>}
      <Form label="Donner un code">
        <input type="hidden" name="act" value="issue" />
        <div class="acts">
          <button class="btn" type="submit">
            {live ? 'Donner un nouveau code' : 'Donner un code'}
          </button>
        </div>
      </Form>
      {live ? (
        <>
          <p class="small quiet">Un nouveau code remplace l’ancien, qui n’ouvre alors plus rien.</p>
          <Form label="Reprendre le code">
            <input type="hidden" name="act" value="revoke" />
            <div class="acts">
              <button class="btn second" type="submit">
                Reprendre le code
              </button>
            </div>
          </Form>
        </>
      ) : null}
      <p>
        <a href={`/reclamations/${complaintId}/actes-par-code`}>Ce que le foyer a dit avec son code</a>
      </p>
    </>
  )
}

const LiveCode = ({ code: { issuedAt, issuedBy, lastUsedOn } }: { code: IssuedCode }) => (
  <p>
    Un code a été donné le {formatInstant(issuedAt)}
    {issuedBy === '' ? null : (
      <>
        {' '}
        par <bdi>{issuedBy}</bdi>
      </>
    )}
    .{' '}
    {lastUsedOn
      ? `Il a servi pour la dernière fois le ${formatDay(calendarDay(lastUsedOn))}.`
      : 'Il n’a pas encore servi.'}{' '}
    Personne ne peut le relire ici : Palier n’en garde que l’empreinte.
  </p>
)

type NewProps = {
  readonly complaintId: string
  readonly code: FollowUpCode
  readonly address: string
  readonly square: QrSquare
}

/** Shown once, to be handed over: the code, a square to photograph, and a slip to print. */
export const NewCodePage = ({ complaintId, code, address, square }: NewProps) => (
  <>
    <h1>Le code à donner au foyer</h1>
    <Notice tone="lamp">
      <p>
        <strong>Ce code n’est montré qu’une fois.</strong> Notez-le ou imprimez-le maintenant ; s’il se perd,
        donnez-en un nouveau.
      </p>
    </Notice>
    <div class="sheet slip">
      <p class="code" dir="ltr">
        <bdi>{showFollowUpCode(code)}</bdi>
      </p>
      <QrPicture square={square} label="Carré à photographier pour ouvrir la demande" />
      <p>
        <bdi dir="ltr">{address}</bdi>
      </p>
    </div>
    <Form action={`/reclamations/${complaintId}/code/papillon`} label="Imprimer">
      <input type="hidden" name="code" value={code} />
      <Field
        form={{ values: { language: 'fr' }, errors: {} }}
        name="language"
        label="Langue du papier"
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <div class="acts">
        <button class="btn" type="submit">
          Papier à imprimer (PDF, A6)
        </button>
        <a class="btn second" href={`/reclamations/${complaintId}`}>
          Revenir à la réclamation
        </a>
      </div>
    </Form>
  </>
)
