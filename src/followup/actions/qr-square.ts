/** A square to photograph, as one drawing path on a grid of `size` modules. */
export type QrSquare = { readonly size: number; readonly path: string }

export async function qrSquare(text: string): Promise<QrSquare> {
  const { create } = await import('qrcode')
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = Array.from(data, (module, at) =>
    module ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : '',
  )
  return { size, path: dark.join('') }
}
