import { useEffect, useState } from 'preact/hooks'
import { type QrSquare, qrSquare } from '../../ui/qr-square.tsx'

/** A square to photograph; nothing where it cannot be drawn: its text stands beside it. */
export function useSquare(text: string, level: 'L' | 'M'): QrSquare | undefined {
  const [drawn, setDrawn] = useState<QrSquare>()
  useEffect(() => {
    let isLeft = false
    qrSquare(text, level).then(
      (square) => void (isLeft || setDrawn(square)),
      () => undefined,
    )
    return () => void (isLeft = true)
  }, [text, level])
  return drawn
}
