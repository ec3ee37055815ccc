import { useState } from 'preact/hooks'
import type { PhoneWords } from '../domain/phone-words.ts'
import { fieldText } from './field-text.ts'

const FIELDS = [
  ['name', 'text'],
  ['phone', 'tel'],
  ['email', 'email'],
] as const

type Given = Record<(typeof FIELDS)[number][0], string>
const NOTHING: Given = { name: '', phone: '', email: '' }

type ContactProps = {
  readonly words: PhoneWords['visit']['contact']
  readonly onGive: (contact: Given) => void
}

/** How somebody who wishes it may be reached: sealed with the visit, on no list of doors. */
export const ContactFields = ({ words, onGive }: ContactProps) => {
  const [given, setGiven] = useState(NOTHING)
  return (
    <fieldset class="contact">
      <legend>{words.title}</legend>
      {FIELDS.map(([name, inputMode]) => (
        <div key={name} class="field">
          <label for={`contact-${name}`}>{words[name]}</label>
          <input
            id={`contact-${name}`}
            inputMode={inputMode}
            maxLength={300}
            autocomplete="off"
            dir="auto"
            value={given[name]}
            onInput={(event) => setGiven({ ...given, [name]: fieldText(event) })}
            onChange={(event) => onGive({ ...given, [name]: fieldText(event).trim() })}
          />
        </div>
      ))}
    </fieldset>
  )
}
