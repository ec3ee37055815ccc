import { useRef, useState } from 'preact/hooks'
import { DOOR_WORDING, type DoorPurpose } from '../domain/phone-words.ts'
import { NO_WAY, type Reach } from './draft.ts'
import { tell, type Told } from './gestures.ts'
import type { Copying } from './use-copying.ts'
import type { VisitProps } from './use-visit.ts'

export type Agreed = ReadonlyMap<DoorPurpose, boolean>

/** What a household agreed to, one by one, and how it may be reached if it wishes to be. */
export function useAgreements(p: VisitProps, copying: Copying) {
  const { tag } = p
  const [agreed, setAgreed] = useState<Agreed>(() => new Map(p.restored?.agreed))
  const latest = useRef(agreed)
  const reached = useReached(p, copying)
  const { write, settled } = useWriting(p, copying)
  const hold = (purpose: DoorPurpose, yes: boolean | undefined): void => {
    const now = new Map(latest.current)
    if (yes === undefined) now.delete(purpose)
    else now.set(purpose, yes)
    latest.current = now
    copying.note({ agreed: [...now] })
    setAgreed(now)
  }
  const agree = async (purpose: DoorPurpose, yes: boolean): Promise<void> => {
    const was = latest.current.get(purpose)
    hold(purpose, yes)
    const forget = purpose === 'called_back' && !yes && reached.isTold()
    if (forget) reached.hold(NO_WAY)
    // A «no» is said too: it is not the same as not having been asked.
    const told = yes === was ? [] : [consent(purpose, yes, tag)]
    const said = forget ? [...told, reach(NO_WAY, tag)] : told
    if (said.length > 0 && !(await write(said))) hold(purpose, was)
  }
  const give = (contact: Reach): Promise<unknown> => {
    reached.hold(contact)
    return write([reach(contact, tag)])
  }
  return { agreed, agree, give, settled }
}

/** How a household may be reached, as it stands in the copy too. */
function useReached({ restored }: VisitProps, copying: Copying) {
  const reach = useRef(restored?.reach ?? NO_WAY)
  const hold = (contact: Reach): void => {
    reach.current = contact
    copying.note({ reach: contact })
  }
  return { hold, isTold: () => reach.current !== NO_WAY }
}

/** What is written, and whether all of it is. A way to be reached that the disk refused stays typed, and is told again. */
function useWriting({ phone, place, visit, isOpened }: VisitProps, copying: Copying) {
  const line = useRef(Promise.resolve())
  const owed = useRef<Told>(undefined)
  const write = (said: readonly Told[]): Promise<boolean> => {
    const written = isOpened().then(
      async (isOpen) =>
        isOpen &&
        (await phone.act(async () => tell(place, visit, said, await copying.beside()))) !== undefined,
    )
    const contact = said.findLast(({ kind }) => kind === 'contact_given')
    line.current = Promise.all([line.current, written]).then(([, isKept]) => {
      if (contact) owed.current = isKept ? undefined : contact
    })
    return written
  }
  const settled = async (): Promise<boolean> => {
    await line.current
    return owed.current === undefined || write([owed.current])
  }
  return { write, settled }
}

export const consent = (purpose: DoorPurpose, yes: boolean, tag: string): Told =>
  yes
    ? { kind: 'consent_given', body: { purpose, wording: `${DOOR_WORDING}.${tag}` } }
    : { kind: 'consent_withdrawn', body: { purpose } }

export const reach = (contact: Reach, tag: string): Told => ({
  kind: 'contact_given',
  body: { ...contact, language: tag },
})
