import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'

type LaterProps<P> = {
  /** Always the same function: a part of the script, read from what the phone keeps. */
  readonly load: () => Promise<FunctionComponent<P>>
  readonly given: P
  /** On the button that tries again. */
  readonly again: string
}

/** What the first question does not need is read once it is wanted. */
export function Later<P extends object>({ load, given, again }: LaterProps<P>) {
  const [Part, setPart] = useState<FunctionComponent<P>>()
  const [hasFailed, setFailed] = useState(false)
  const start = (): void => {
    setFailed(false)
    load().then(
      (part) => setPart(() => part),
      () => setFailed(true),
    )
  }
  useEffect(start, [load])
  if (Part) return <Part {...given} />
  return hasFailed ? (
    <button class="btn wide" type="button" onClick={start}>
      {again}
    </button>
  ) : null
}
