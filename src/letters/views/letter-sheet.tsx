import type { Letter, LetterPart } from '../domain/letter.ts'

/** The letter as it will be read, on the page. */
export const LetterSheet = ({ letter }: { letter: Letter }) => (
  <article class="sheet letter" aria-label={letter.title}>
    <Lines lines={letter.sender} />
    <Lines lines={[...(letter.sending ? [letter.sending] : []), ...letter.addressee]} />
    <p>{letter.placeAndDay}</p>
    <p>
      <strong>
        <bdi>{letter.object}</bdi>
      </strong>
    </p>
    <p>{letter.salutation}</p>
    {letter.body.map((part, at) => (
      <Part key={at} part={part} />
    ))}
    <p>{letter.closing}</p>
    <Lines lines={letter.signature} />
    {letter.attachments.length === 0 ? null : (
      <>
        <h3>{letter.attachmentsTitle}</h3>
        <Items items={letter.attachments} />
      </>
    )}
  </article>
)

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <p>
    {lines.map((line, at) => (
      <span key={at}>
        {at === 0 ? null : <br />}
        <bdi>{line}</bdi>
      </span>
    ))}
  </p>
)

const Items = ({ items }: { items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>
        <bdi>{item}</bdi>
      </li>
    ))}
  </ul>
)

function Part({ part }: { part: LetterPart }) {
  switch (part.kind) {
    case 'heading':
      return <h3>{part.text}</h3>
    case 'quote':
      return (
        <blockquote dir="auto">
          <p>{part.text}</p>
        </blockquote>
      )
    case 'strong':
      return (
        <p>
          <strong>{part.text}</strong>
        </p>
      )
    case 'list':
      return <Items items={part.items} />
    case 'dates':
      return (
        <ul>
          {part.rows.map(({ when, what }) => (
            <li key={when + what}>
              {when}&#8239;: <bdi>{what}</bdi>
            </li>
          ))}
        </ul>
      )
    default:
      return <p>{part.text}</p>
  }
}
