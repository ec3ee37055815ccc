import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Choice, Field, Form, type FormState } from '../../ui/form.tsx'
import { type Act, ACT_PATHS, REMINDED_BY } from '../domain/act.ts'
import { inLanguage } from '../domain/language.ts'
import type { Speech } from '../domain/speech.ts'
import { LanguageLinks } from './language-links.tsx'

type Props = { readonly speech: Speech; readonly act: Act; readonly form: FormState }

/** One act: what it does, said before it is done; the way back is as near as the button. */
export const ActPage = ({ speech, act, form }: Props) => {
  const { say, language, count } = speech
  const { errors } = say
  return (
    <>
      <LanguageLinks speech={speech} path={ACT_PATHS[act]} />
      <h1>{say.acts[act].title}</h1>
      <ErrorSummary form={form} words={{ toMend: (n) => count(n, errors.toMend), kept: errors.kept }} />
      <p class="lead">{say.acts[act].explained}</p>
      <Form sheet action={inLanguage(ACT_PATHS[act], language)}>
        <Questions speech={speech} act={act} form={form} />
        <div class="acts">
          <button class="btn" type="submit">
            {say.acts[act].button}
          </button>
          <a class="btn second" href={inLanguage('/suivi', language)}>
            {say.acts.back}
          </a>
        </div>
      </Form>
      <p class="small quiet">{say.acts.mistake}</p>
    </>
  )
}

const Questions = ({ speech: { say }, act, form }: Props) => {
  const { fields } = say
  const day = <Field form={form} name="day" label={fields.day} hint={fields.dayHint} type="date" />
  const words = (
    <Field form={form} name="words" label={fields.words} hint={fields.wordsHint} rows={5} maxLength={4000} />
  )
  if (act === 'gone') return day
  if (act === 'contest') return words
  if (act === 'withdraw')
    return (
      <Choice
        form={form}
        name="how"
        legend={fields.withdrawal}
        options={[
          { value: 'give_up', label: fields.giveUp, small: fields.giveUpSmall },
          { value: 'erase', label: fields.erase, small: fields.eraseSmall },
        ]}
      />
    )
  return (
    <>
      <Choice
        form={form}
        name="what"
        legend={fields.what}
        options={[
          { value: 'plain', label: fields.plain },
          { value: 'reminder', label: fields.reminder },
        ]}
      />
      <Field
        form={form}
        name="how"
        label={fields.how}
        options={[
          { value: '', label: '–' },
          ...REMINDED_BY.map((value) => ({ value, label: fields.reminded[value] })),
        ]}
      />
      {day}
      {words}
    </>
  )
}
