import type { ComponentChildren } from 'preact'
import { DOOR_PURPOSES, type DoorPurpose, type PhoneWords } from '../domain/phone-words.ts'
import { ContactFields } from './contact-fields.tsx'
import { ReadAloud } from './read-aloud.tsx'
import type { Agreed } from './use-agreements.ts'

type ConsentsProps = {
  readonly words: PhoneWords
  readonly tag: string
  readonly agreed: Agreed
  readonly onAgree: (purpose: DoorPurpose, yes: boolean) => void
  readonly onGive: Parameters<typeof ContactFields>[0]['onGive']
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** One by one, yes or no, nothing ticked beforehand: silence is no. */
export const ConsentsView = ({
  words: { visit, consents },
  tag,
  agreed,
  onAgree,
  onGive,
  onClose,
  children,
}: ConsentsProps) => (
  <>
    {children}
    <h1 id="asked" class="asked" tabIndex={-1}>
      {visit.consents}
    </h1>
    <p class="quiet">{visit.consentsLead}</p>
    <ReadAloud
      text={[visit.consentsLead, ...DOOR_PURPOSES.map((purpose) => consents[purpose])].join(' ')}
      tag={tag}
      label={visit.readAloud}
    />
    {DOOR_PURPOSES.map((purpose) => (
      <YesOrNo
        key={purpose}
        {...{ visit }}
        asks={consents[purpose]}
        said={agreed.get(purpose)}
        onSay={(yes) => onAgree(purpose, yes)}
      >
        {purpose === 'called_back' && agreed.get(purpose) ? (
          <ContactFields words={visit.contact} onGive={onGive} />
        ) : null}
      </YesOrNo>
    ))}
    <button class="btn wide" type="button" onClick={onClose}>
      {visit.close}
    </button>
  </>
)

type YesOrNoProps = {
  readonly visit: PhoneWords['visit']
  readonly asks: string
  readonly said: boolean | undefined
  readonly onSay: (yes: boolean) => void
  readonly children: ComponentChildren
}

const YesOrNo = ({ visit, asks, said, onSay, children }: YesOrNoProps) => (
  <>
    <fieldset class="yesno">
      <legend>{asks}</legend>
      <div class="outcomes">
        {[true, false].map((yes) => (
          <button
            key={String(yes)}
            type="button"
            class="btn"
            aria-pressed={said === yes}
            onClick={() => onSay(yes)}
          >
            {yes ? visit.yes : visit.no}
          </button>
        ))}
      </div>
    </fieldset>
    {children}
  </>
)
