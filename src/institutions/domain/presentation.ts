/** What a union says of itself to everybody: these fields leave, and no other. */
export type Presentation = {
  readonly title: string
  readonly what: string
  readonly contact: string
  readonly estates: readonly string[]
}

export const WHAT_LENGTH = 600
export const CONTACT_LENGTH = 254

/** Only the estates that were ticked, by name; a ticked estate where the union is not does not leave. */
export function presentationOf(
  said: { readonly what: string; readonly contact: string; readonly estateIds: readonly string[] },
  title: string,
  present: readonly { readonly id: string; readonly name: string }[],
): Presentation {
  const estates = present.filter((e) => said.estateIds.includes(e.id)).map((e) => e.name)
  return { title, what: said.what, contact: said.contact, estates }
}
