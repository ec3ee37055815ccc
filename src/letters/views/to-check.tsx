import { Notice } from '../../ui/notice.tsx'

/** For whoever prepares the letter, never for whoever receives it. */
export const ToCheck = ({ titles }: { titles: readonly string[] }) =>
  titles.length === 0 ? null : (
    <Notice tone="lamp">
      <p>
        <strong>À faire vérifier par un·e juriste avant l’envoi.</strong> Cette lettre cite des règles que
        personne n’a encore vérifiées pour Palier&#8239;:
      </p>
      <ul>
        {titles.map((title) => (
          <li key={title}>
            <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
      <p>Cette remarque n’est pas dans la lettre.</p>
    </Notice>
  )
