import { EmptyState } from '../../ui/empty-state.tsx'
import type { Presentation } from '../domain/presentation.ts'

type Props = { readonly unions: readonly (Presentation & { readonly slug: string })[] }

export const UnionsPage = ({ unions }: Props) => (
  <>
    <h1>Unions de locataires</h1>
    <p class="lead">Celles qui ont choisi de se présenter ici.</p>
    {unions.length === 0 ? (
      <EmptyState sentence="Aucune union ne s’est encore présentée ici." />
    ) : (
      unions.map((u) => (
        <section class="part" key={u.slug} aria-labelledby={u.slug}>
          <h2 id={u.slug}>
            <a href={`/unions/${u.slug}`}>
              <bdi>{u.title}</bdi>
            </a>
          </h2>
          <p dir="auto">{u.what}</p>
          {u.estates.length === 0 ? null : <p class="quiet">{u.estates.join(', ')}</p>}
        </section>
      ))
    )}
  </>
)
