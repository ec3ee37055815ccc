import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { ApproximateDateField } from './approximate-date-field.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Choice, emptyForm, Field, Form, type FormState, Tick } from './form.tsx'

const wrong: FormState = {
  values: { mel: 'camille@', mots: '<b>dedans</b>', accord: 'oui', qui: 'tous', bat: 'A' },
  errors: { mel: 'Il manque ce qui suit le signe @.' },
}

describe('a form', () => {
  it('posts to its own page and carries a token of its own', () => {
    let minted = 0
    const html = render(
      <>
        <Form>une</Form>
        <Form action="/sortir">autre</Form>
      </>,
      { mint: () => `jeton-${(minted += 1)}` },
    )
    expect(html).toContain('<form method="post"><input type="hidden" name="form_token" value="jeton-1"/>une')
    expect(html).toContain('action="/sortir"><input type="hidden" name="form_token" value="jeton-2"/>')
  })
})

describe('a field', () => {
  it('gives back what was typed, and ties its hint and its error to it', () => {
    const html = render(<Field form={wrong} name="mel" label="Adresse" type="email" hint="Pour confirmer." />)
    expect(html).toContain('<label for="mel">Adresse</label>')
    expect(html).toContain('aria-describedby="mel-aide mel-erreur"')
    expect(html).toContain('id="mel-erreur">Il manque ce qui suit le signe @.<')
    expect(html).toMatch(/aria-invalid[^>]*value="camille@"/)
  })

  it('offers a long list under headings, what was chosen still chosen', () => {
    const options = [
      { value: 'damp', label: 'Humidité', group: 'Humidité et moisissures' },
      { value: 'damp.kitchen', label: 'Dans la cuisine', group: 'Humidité et moisissures' },
      { value: 'noise', label: 'Bruit' },
    ]
    const form = { values: { quoi: 'damp.kitchen' }, errors: {} }
    expect(render(<Field form={form} name="quoi" label="Quoi" options={options} />)).toContain(
      '<optgroup label="Humidité et moisissures"><option value="damp">Humidité</option>' +
        '<option value="damp.kitchen" selected>Dans la cuisine</option></optgroup><option value="noise">',
    )
  })

  it('says nothing wrong of a field that is right', () => {
    const html = render(<Field form={emptyForm} name="nom" label="Nom" />)
    expect(html).not.toMatch(/aria-invalid|aria-describedby|class="field wrong"/)
  })

  it('shows markup that somebody typed as text', () =>
    expect(render(<Field form={wrong} name="mots" label="Vos mots" rows={3} />)).toContain(
      '&lt;b>dedans&lt;/b>',
    ))

  it.each([
    [<Tick key="t" form={wrong} name="accord" label="Oui" />, /type="checkbox" id="accord"[^>]*checked/],
    [
      <Choice
        key="c"
        form={wrong}
        name="qui"
        legend="À qui"
        options={[{ value: 'tous', label: 'à tous' }]}
      />,
      /type="radio"[^>]*value="tous"[^>]*checked/,
    ],
    [
      <Field key="f" form={wrong} name="bat" label="Bâtiment" options={[{ value: 'A', label: 'A' }]} />,
      /<option value="A" selected|<option selected value="A"/,
    ],
  ])('keeps a choice already made', (control, kept) => expect(render(control)).toMatch(kept))
})

describe('the summary of errors', () => {
  const said = (errors: FormState['errors']): string =>
    render(<ErrorSummary form={{ values: {}, errors }} labels={{ mel: 'Votre adresse' }} />)

  it('is not there when nothing is wrong', () => expect(said({})).toBe(''))

  it.each([
    [{ mel: 'Il manque…' }, 'Il reste une chose à corriger.'],
    [{ mel: 'Il manque…', nom: 'Écrivez un nom.' }, 'Il reste 2 choses à corriger.'],
  ])('counts %o', (errors, sentence) => expect(said(errors)).toContain(sentence))

  it('leads to each field, is read at once, and says nothing is lost', () => {
    const html = said({ mel: 'Il manque…' })
    expect(html).toContain('<a href="#mel">Votre adresse</a>')
    expect(html).toContain('role="alert"')
    expect(html).toContain('Ce que vous aviez écrit est toujours là.')
  })
})

it('an approximate date says how it was understood', () => {
  const html = render(
    <ApproximateDateField form={emptyForm} name="depuis" label="Depuis" understood="vers mai 2026" />,
  )
  expect(html.replaceAll('\u202f', ' ')).toContain('Compris : vers mai 2026')
  expect(html).toContain('printemps 2023')
})
