import { useEffect, useState } from 'preact/hooks'

type ReadAloudProps = { readonly text: string; readonly tag: string; readonly label: string }

/** For who does not read, or not this language: by a voice of the phone itself, never one that listens from afar. */
export const ReadAloud = ({ text, tag, label }: ReadAloudProps) => {
  const voice = useVoice(tag)
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), [text])
  if (!voice) return null
  const read = (): void => {
    const said = new SpeechSynthesisUtterance(text)
    said.voice = voice
    said.lang = voice.lang
    speechSynthesis.cancel()
    speechSynthesis.speak(said)
  }
  return (
    <button type="button" class="link" onClick={read}>
      {label}
    </button>
  )
}

/** Voices come when the phone has found them. */
function useVoice(tag: string): SpeechSynthesisVoice | undefined {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>()
  useEffect(() => {
    const spoken = globalThis.speechSynthesis
    if (!spoken) return undefined
    const look = (): void =>
      setVoice(spoken.getVoices().find(({ lang, localService }) => localService && lang.startsWith(tag)))
    look()
    spoken.addEventListener('voiceschanged', look)
    return () => spoken.removeEventListener('voiceschanged', look)
  }, [tag])
  return voice
}
