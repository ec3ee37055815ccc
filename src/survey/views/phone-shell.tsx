import { Logo } from '../../ui/logo.tsx'
import { Notice } from '../../ui/notice.tsx'

type ShellProps = {
  readonly stylesheet: string
  readonly script: string
  /** Without which the script does not begin. */
  readonly parts: readonly string[]
  readonly demo: string | undefined
}

/** The page that the phone keeps: the same for everybody, so that nothing of anybody is kept with it. */
export const PhoneShell = ({ stylesheet, script, parts, demo }: ShellProps) => (
  <html lang="fr" dir="ltr">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="apple-mobile-web-app-capable" content="yes" />
      <title>Porte à porte · Palier</title>
      <link rel="stylesheet" href={stylesheet} />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/assets/icon-180.png" />
      <link rel="manifest" href="/porte-a-porte/manifest.webmanifest" />
      {parts.map((part) => (
        <link key={part} rel="modulepreload" href={part} />
      ))}
      <script type="module" src={script} />
    </head>
    <body>
      <a class="skip" href="#contenu">
        Aller au contenu
      </a>
      <header class="top">
        <div>
          <a class="logo" href="/">
            <Logo />
            <span lang="fr">Palier</span>
          </a>
        </div>
      </header>
      {demo === undefined ? null : (
        <aside class="banner" lang="fr" dir="ltr" aria-label="Avertissement">
          <Notice tone="lamp">
            <p>{demo}</p>
          </Notice>
        </aside>
      )}
      <div id="porte-a-porte">
        <main id="contenu" class="page">
          <h1>Porte à porte</h1>
          <p>
            Cette page marche sans réseau{'\u202f'}: elle a besoin de JavaScript. S’il n’est pas permis ici,
            notez sur la feuille en papier, ou ouvrez le formulaire ordinaire.
          </p>
          <ul class="choices">
            <li>
              <a href="/reclamations/nouvelle">Noter une attente par le formulaire ordinaire</a>
            </li>
            <li>
              <a href="/lieux">Imprimer la feuille d’une entrée, depuis la page des lieux</a>
            </li>
          </ul>
        </main>
      </div>
    </body>
  </html>
)
