import { useEffect, useRef, useState } from 'preact/hooks'
import {
  directionOf,
  type Language,
  LANGUAGE_NAMES,
  LANGUAGES,
  readLanguage,
} from '../../followup/domain/language.ts'
import { DoorBar } from '../../ui/doors-grid.tsx'
import { phoneWords } from '../domain/phone-speech.ts'
import type { PhoneWords } from '../domain/phone-words.ts'
import type { Disk } from './database.ts'
import { today } from './days.ts'
import { EnrolScreen } from './enrol-screen.tsx'
import type { Place, Undoable } from './gestures.ts'
import { Later } from './later.tsx'
import { QueueScreen, QueueState } from './queue-screen.tsx'
import { LostNotice } from './reconciling-view.tsx'
import { isRelay, RelayLater } from './relay-later.tsx'
import { RoundScreens } from './round-screens.tsx'
import { RoundsScreen } from './rounds-screen.tsx'
import { UndoBar } from './undo-bar.tsx'
import { type Held, type Phone, roundOf, usePhone } from './use-phone.ts'
import { type Reconciling, useReconciling } from './use-reconciling.ts'

/** The whole telephone: one screen at a time, named by the address after «#», so that « back » goes back. */
export const PhoneApp = ({ disk }: { disk: Disk }) => {
  const phone = usePhone(disk)
  const [language, setLanguage] = useLanguage()
  const words = phoneWords(language)
  const reconciling = useReconciling(phone)
  const { held } = phone
  const failed = phone.failure && (phone.failure === 'full' ? words.queue.diskFull : words.queue.diskFailed)
  if (!held) return failed ? <p class="notice brick">{failed}</p> : null
  return (
    <>
      <DoorBar
        held={held.waiting.size}
        online={phone.online}
        href="#/envois"
        words={barWords(phone, held, words)}
      />
      <main id="contenu" class="page doors-page">
        {failed ? (
          <p class="notice brick" role="alert">
            {failed}
          </p>
        ) : null}
        <LostNotice {...{ reconciling, words }} />
        {held.device ? (
          <Screens {...{ phone, held, words, reconciling }} tag={language} />
        ) : (
          <EnrolScreen {...{ phone, words }} />
        )}
        <Languages language={language} label={words.languages} onChoose={setLanguage} />
      </main>
    </>
  )
}

/** « ✓ gardé » stands where one looks as long as something waits; the disk has it. */
const barWords = ({ courier }: Phone, { waiting }: Held, { queue }: PhoneWords) => {
  const kept = waiting.size > 0 ? ` · ${queue.kept}` : ''
  return {
    left: queue.left,
    online: courier === 'sending' ? queue.sending : `${queue.online}${kept}`,
    offline: `${queue.offline}${kept}`,
  }
}

type ScreensProps = {
  readonly phone: Phone
  readonly held: Held
  readonly words: PhoneWords
  readonly tag: Language
  readonly reconciling: Reconciling
}

const Screens = ({ phone, held, words, tag, reconciling }: ScreensProps) => {
  const [name, round, door] = useAddress()
  const [undoable, setUndoable] = useState<Undoable>()
  const pack = usePackOfScreen(held.pack, name, door)
  const found = roundOf(pack, round)
  if (name === 'envois') return <QueueScreen {...{ phone, held, words, reconciling }} />
  if (isRelay(name)) return <RelayLater {...{ phone, held, words, tag, name }} what={round ?? ''} />
  if (name === 'code')
    return (
      <Later load={loadCode} given={{ phone, held, tag, onLater: toRounds }} again={words.given.drawAgain} />
    )
  if (!found) return <RoundsScreen {...{ phone, held, words, tag }} />
  const place: Place = { disk: phone.disk, today: today(), sampling: 'systematic', ...found }
  return (
    <>
      <QueueState phone={phone} words={words} />
      <RoundScreens
        {...{ phone, place, words, tag, name, door }}
        held={{ ...held, pack }}
        onNoted={setUndoable}
      />
      {undoable && name === 'entree' ? (
        <UndoBar
          key={undoable.steps[0]?.visit}
          {...{ phone, place, words, undoable }}
          onGone={() => setUndoable(undefined)}
        />
      ) : null}
    </>
  )
}

const toRounds = (): void => void (location.hash = '#/')
const loadCode = () => import('./code-screen.tsx').then(({ CodeScreen }) => CodeScreen)

/** At a door all stays as one came to it: a round taken back, or other questions, wait until one has left. */
function usePackOfScreen(
  pack: Held['pack'],
  name: string | undefined,
  door: string | undefined,
): Held['pack'] {
  const came = useRef({ door, pack })
  if (name !== 'porte' || came.current.door !== door || !came.current.pack) came.current = { door, pack }
  return came.current.pack
}

/** How far down each screen was read: one comes back from a door to the landing one left. */
const heights = new Map<string, number>()

function useAddress(): readonly (string | undefined)[] {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const look = (): void => setHash(location.hash)
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [])
  useEffect(() => {
    scrollTo(0, heights.get(hash) ?? 0)
    const keepHeight = (): void => void heights.set(hash, scrollY)
    addEventListener('scroll', keepHeight, { passive: true })
    return () => removeEventListener('scroll', keepHeight)
  }, [hash])
  return hash.replace(/^#\/?/, '').split('/')
}

const KEPT_LANGUAGE = 'palier-langue'

function useLanguage(): readonly [Language, (language: Language) => void] {
  const [language, setLanguage] = useState(() =>
    readLanguage(localStorage.getItem(KEPT_LANGUAGE) ?? undefined),
  )
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
    localStorage.setItem(KEPT_LANGUAGE, language)
  }, [language])
  return [language, setLanguage]
}

type LanguagesProps = {
  readonly language: Language
  readonly label: string
  readonly onChoose: (language: Language) => void
}

const Languages = ({ language, label, onChoose }: LanguagesProps) => (
  <div class="languages phone-languages" role="group" aria-label={label}>
    {LANGUAGES.map((other) => (
      <button
        key={other}
        type="button"
        class="link"
        lang={other}
        aria-pressed={other === language}
        onClick={() => onChoose(other)}
      >
        {LANGUAGE_NAMES[other]}
      </button>
    ))}
  </div>
)
