import { Notice } from '../../ui/notice.tsx'

const SENTENCES = {
  nothing_to_take: 'Aucune demande ne répond à ces choix\u202f: il n’y a rien à emporter.',
  too_few_to_leave:
    'Il y a trop peu de demandes\u202f: même toutes ensemble, elles désigneraient quelqu’un. Rien n’en sort.',
} as const

type Props = { readonly because: keyof typeof SENTENCES; readonly back: string }

/** Why no file is made, and the way back to the figures, which stay inside. */
export const NothingLeavesPage = ({ because, back }: Props) => (
  <>
    <h1>Rien ne sort</h1>
    <Notice tone="lamp">
      <p>{SENTENCES[because]}</p>
    </Notice>
    <p>
      <a href={back}>Revenir aux attentes</a>
    </p>
  </>
)
