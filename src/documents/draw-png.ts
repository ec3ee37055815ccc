import sharp from 'sharp'

/** Twice the size of the drawing, for a screen of today or a page of A4. */
const DENSITY = 144

/** A drawing of ours as an image. Only SVG that we made ourselves: an SVG from elsewhere is never drawn. */
export const drawPng = (svg: string): Promise<Uint8Array> =>
  sharp(Buffer.from(svg), { density: DENSITY }).png({ compressionLevel: 9 }).toBuffer()
