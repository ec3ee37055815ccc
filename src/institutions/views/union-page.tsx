import { DefinitionList } from '../../ui/definition-list.tsx'
import type { Presentation } from '../domain/presentation.ts'
import { dayOf } from './day-of.ts'

export const UnionPage = ({ union, since }: { union: Presentation; since: Date }) => (
  <>
    <h1>
      <bdi>{union.title}</bdi>
    </h1>
    <p class="lead" dir="auto">
      {union.what}
    </p>
    <DefinitionList
      items={[
        {
          term: 'Lui écrire',
          value: (
            <a href={`mailto:${encodeURIComponent(union.contact).replace('%40', '@')}`}>{union.contact}</a>
          ),
        },
        ...(union.estates.length === 0 ? [] : [{ term: 'Présente à', value: union.estates.join(', ') }]),
      ]}
    />
    <p class="quiet">Présentation écrite par l’union, publiée le {dayOf(since)}.</p>
  </>
)
