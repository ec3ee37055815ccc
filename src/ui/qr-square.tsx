/** A square to photograph, as one drawing path on a grid of `size` modules. */
export type QrSquare = { readonly size: number; readonly path: string }

/** @param level how much of it may be hidden or dirty: M for a slip of paper, L for what has to be small on a screen. */
export async function qrSquare(text: string, level: 'L' | 'M' = 'M'): Promise<QrSquare> {
  const { default: qrcode } = await import('qrcode') // by its whole: bundled for a browser, its names are not told apart
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: level }).modules
  const dark = Array.from(data, (module, at) =>
    module ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : '',
  )
  return { size, path: dark.join('') }
}

/** Black on white whatever the page's colours are: a camera has to read it. */
export const QrPicture = ({ square: { size, path }, label }: { square: QrSquare; label: string }) => (
  <svg class="qr" viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={label}>
    <rect class="paper" x="-4" y="-4" width="100%" height="100%" />
    <path class="dark" d={path} />
  </svg>
)
