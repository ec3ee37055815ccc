import { Form } from '../../ui/form.tsx'
import type { Presentation } from '../domain/presentation.ts'
import { PresentationPicture } from './presentation-picture.tsx'

type Props = { readonly projection: Presentation; readonly values: Readonly<Record<string, string>> }

/** Exactly what leaves, drawn from the projection itself and from nothing else. */
export const PresentationPreview = ({ projection, values }: Props) => (
  <>
    <h1>Ce qui va sortir</h1>
    <p class="lead">
      Ces champs, tels quels, et rien d’autre. Tout le monde pourra les lire, jusqu’à ce que vous les
      repreniez.
    </p>
    <div class="sheet">
      <PresentationPicture {...projection} />
    </div>
    <Form>
      {Object.entries(values)
        .filter(([name]) => name !== 'act')
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <div class="acts">
        <button class="btn" type="submit" name="act" value="publish">
          Publier
        </button>
        <button class="btn second" type="submit" name="act" value="edit">
          Corriger
        </button>
      </div>
    </Form>
  </>
)
