import { DefinitionList } from '../../ui/definition-list.tsx'
import type { Presentation } from '../domain/presentation.ts'

/** What a union publishes of itself, as everybody reads it. */
export const PresentationPicture = ({ title, what, contact, estates }: Presentation) => (
  <DefinitionList
    items={[
      { term: 'Union', value: <bdi>{title}</bdi> },
      { term: 'Ce qu’elle fait', value: <bdi>{what}</bdi> },
      { term: 'Lui écrire', value: <bdi>{contact}</bdi> },
      ...(estates.length === 0 ? [] : [{ term: 'Présente à', value: <bdi>{estates.join(', ')}</bdi> }]),
    ]}
  />
)
