import { useRef, useState } from 'preact/hooks'
import type { Contact } from '../domain/event.ts'
import { DOOR_WORDING, type DoorPurpose } from '../domain/phone-words.ts'
import { tell, type Told } from './gestures.ts'
import type { VisitProps } from './use-visit.ts'

export type Agreed = ReadonlyMap<DoorPurpose, boolean>
type Reach = Pick<Contact, 'name' | 'phone' | 'email'>
const NO_WAY: Reach = { name: '', phone: '', email: '' }

/** What a household agreed to, one by one, and how it may be reached if it wishes to be. */
export function useAgreements(p: VisitProps) {
  const { tag } = p
  const [agreed, setAgreed] = useState<Agreed>(new Map())
  const latest = useRef(agreed)
  const reached = useRef(NO_WAY)
  const { write, settled } = useWriting(p)
  const hold = (purpose: DoorPurpose, yes: boolean | undefined): void => {
    const now = new Map(latest.current)
    if (yes === undefined) now.delete(purpose)
    else now.set(purpose, yes)
    latest.current = now
    setAgreed(now)
  }
  const agree = async (purpose: DoorPurpose, yes: boolean): Promise<void> => {
    const was = latest.current.get(purpose)
    hold(purpose, yes)
    const forget = purpose === 'called_back' && !yes && reached.current !== NO_WAY
    if (forget) reached.current = NO_WAY
    // A «no» is said too: it is not the same as not having been asked.
    const said = [
      ...(yes === was ? [] : [consent(purpose, yes, tag)]),
      ...(forget ? [reach(NO_WAY, tag)] : []),
    ]
    if (said.length > 0 && !(await write(said))) hold(purpose, was)
  }
  const give = (contact: Reach): Promise<unknown> => {
    reached.current = contact
    return write([reach(contact, tag)])
  }
  return { agreed, agree, give, settled }
}

/** What is written, and whether all of it is. A way to be reached that the disk refused stays typed, and is told again. */
function useWriting({ phone, place, visit, isOpened }: VisitProps) {
  const line = useRef(Promise.resolve())
  const owed = useRef<Told>(undefined)
  const write = (said: readonly Told[]): Promise<boolean> => {
    const written = isOpened().then(
      async (isOpen) => isOpen && (await phone.act(() => tell(place, visit, said))) !== undefined,
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

const consent = (purpose: DoorPurpose, yes: boolean, tag: string): Told =>
  yes
    ? { kind: 'consent_given', body: { purpose, wording: `${DOOR_WORDING}.${tag}` } }
    : { kind: 'consent_withdrawn', body: { purpose } }

const reach = (contact: Reach, tag: string): Told => ({
  kind: 'contact_given',
  body: { ...contact, language: tag },
})
