/** What some browsers can do by themselves, and no type of ours knows. */
type Detector = { detect(image: ImageBitmap): Promise<readonly { readonly rawValue: string }[]> }
type Detecting = {
  readonly BarcodeDetector?: {
    new (options: { formats: readonly string[] }): Detector
    getSupportedFormats(): Promise<readonly string[]>
  }
}

const detecting = (): Detecting['BarcodeDetector'] => (globalThis as Detecting).BarcodeDetector

export const canReadPhotos = async (): Promise<boolean> =>
  (await detecting()?.getSupportedFormats())?.includes('qr_code') ?? false

/** What the square on a photo says; nothing when there is none to be read. The photo is kept nowhere. */
export async function squareIn(photo: Blob): Promise<string | undefined> {
  const Detector = detecting()
  if (!Detector) return undefined
  try {
    const [first] = await new Detector({ formats: ['qr_code'] }).detect(await createImageBitmap(photo))
    return first?.rawValue
  } catch {
    return undefined
  }
}
