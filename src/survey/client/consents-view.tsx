import type { ComponentChildren } from 'preact'
import { DOOR_PURPOSES, type DoorPurpose, type PhoneWords } from '../domain/phone-words.ts'
import type { Agreed } from './visit-screen.tsx'

type ConsentsProps = {
  readonly words: PhoneWords
  readonly agreed: Agreed
  readonly onAgree: (purpose: DoorPurpose, yes: boolean) => void
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** One by one, yes or no, nothing ticked beforehand: silence is no. */
export const ConsentsView = ({
  words: { visit, consents },
  agreed,
  onAgree,
  onClose,
  children,
}: ConsentsProps) => (
  <>
    {children}
    <h1 id="asked" class="asked" tabIndex={-1}>
      {visit.consents}
    </h1>
    <p class="quiet">{visit.consentsLead}</p>
    {DOOR_PURPOSES.map((purpose) => (
      <fieldset key={purpose} class="yesno">
        <legend>{consents[purpose]}</legend>
        <div class="outcomes">
          {[true, false].map((yes) => (
            <button
              key={String(yes)}
              type="button"
              class="btn"
              aria-pressed={agreed.get(purpose) === yes}
              onClick={() => onAgree(purpose, yes)}
            >
              {yes ? visit.yes : visit.no}
            </button>
          ))}
        </div>
      </fieldset>
    ))}
    <button class="btn wide" type="button" onClick={onClose}>
      {visit.close}
    </button>
  </>
)
