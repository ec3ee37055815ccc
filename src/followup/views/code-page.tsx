import { Form, type FormState } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { inLanguage } from '../domain/language.ts'
import type { Speech } from '../domain/speech.ts'
import { LanguageLinks } from './language-links.tsx'

type Props = {
  readonly speech: Speech
  readonly form: FormState
  /** It closed by itself, or its household closed it. */
  readonly because?: 'ended' | 'left'
}

/** The one page for every code: it opens, or this is shown again with the same words. */
export const CodePage = ({ speech, form, because }: Props) => {
  const { say, language } = speech
  const wrong = form.errors['code'] !== undefined
  return (
    <>
      <LanguageLinks speech={speech} path="/suivi" />
      <h1>{say.code.title}</h1>
      {because === undefined ? null : (
        <Notice>
          <p>{say.code[because]}</p>
        </Notice>
      )}
      {wrong ? (
        <Notice tone="brick" alert>
          <p>
            <strong>{say.code.wrong}</strong>
          </p>
          <p>{say.code.later}</p>
        </Notice>
      ) : null}
      <p class="lead">{say.code.lead}</p>
      <CodeForm say={say} action={inLanguage('/suivi', language)} form={form} wrong={wrong} />
      <p class="small quiet">{say.code.keep}</p>
    </>
  )
}

type FormProps = { say: Speech['say']; action: string; form: FormState; wrong: boolean }

/** Typed in its own way: no spelling help, capitals by themselves, and a name that the square's script knows. */
const CodeForm = ({ say, action, form, wrong }: FormProps) => (
  <div data-code>
    <Form sheet action={action}>
      <div class={wrong ? 'field wrong' : 'field'}>
        <label for="code">{say.code.label}</label>
        <span class="hint" id="code-aide">
          {say.code.hint}
        </span>
        <input
          class="code"
          id="code"
          name="code"
          dir="ltr"
          value={form.values['code'] ?? ''}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={40}
          aria-describedby="code-aide"
          {...(wrong ? { 'aria-invalid': true } : {})}
        />
      </div>
      <div class="acts">
        <button class="btn" type="submit">
          {say.code.open}
        </button>
      </div>
    </Form>
  </div>
)
