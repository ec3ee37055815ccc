import type { ComponentChildren, VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { type Crumb, Crumbs } from './crumbs.tsx'
import { Form, type FormTokens } from './form.tsx'
import { Logo } from './logo.tsx'
import { STYLESHEET } from './stylesheet.ts'

export type NavItem = { readonly href: string; readonly label: string; readonly current?: boolean }

/** What every page says around its contents, for pages that are not in French. */
export type LayoutWords = { readonly skip: string; readonly warning: string }
const FRENCH: LayoutWords = { skip: 'Aller au contenu', warning: 'Avertissement' }

export type LayoutProps = {
  readonly title: string
  readonly nav?: readonly NavItem[]
  /** The space this person is in; absent for a visitor. */
  readonly space?: string
  readonly person?: string
  readonly crumbs?: readonly Crumb[]
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
  readonly words?: LayoutWords
  /** Said across the top of every page: the demonstration's warning. */
  readonly banner?: ComponentChildren
  readonly islands?: boolean
  readonly children: ComponentChildren
}

/** Every page: a way past the header, the header, one main, a foot. */
export const Layout = ({ lang = 'fr', dir = 'ltr', words = FRENCH, ...p }: LayoutProps) => (
  <html lang={lang} dir={dir}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${p.title} · Palier`}</title>
      <link rel="stylesheet" href={STYLESHEET} />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {p.islands ? <script type="module" src="/assets/client.js" /> : null}
    </head>
    <body>
      <a class="skip" href="#contenu">
        {words.skip}
      </a>
      <Header {...p} />
      {p.banner === undefined ? null : (
        <aside class="banner" aria-label={words.warning}>
          {p.banner}
        </aside>
      )}
      <main id="contenu" class="page">
        {p.crumbs ? <Crumbs trail={p.crumbs} /> : null}
        {p.children}
      </main>
      <footer class="foot">
        <div>
          Palier
          {lang === 'fr' ? (
            <>
              {' · '}
              <a href="/unions">Unions</a>
              {' · '}
              <a href="/delais">Délais</a>
              {' · '}
              <a href="/jours-feries">Jours fériés</a>
            </>
          ) : null}
        </div>
      </footer>
    </body>
  </html>
)

/** On a phone the pages and the account wait behind one button, opened by the browser itself; on a desk they stand in a line. */
const Header = ({ nav = [], space, person }: LayoutProps) => (
  <header class="top">
    <div>
      <a class="logo" href="/">
        <Logo />
        <span lang="fr">Palier</span>
      </a>
      {space === undefined || person === undefined ? null : (
        <a class="here" href="/espaces">
          <bdi>{space}</bdi>
        </a>
      )}
      {nav.length === 0 && person === undefined ? null : (
        <>
          <button class="menubutton" type="button" popovertarget="menu">
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="M2 5h16M2 10h16M2 15h16" />
            </svg>
            Menu
          </button>
          <Menu nav={nav} person={person} />
        </>
      )}
    </div>
  </header>
)

const Menu = ({ nav, person }: { nav: readonly NavItem[]; person: string | undefined }) => (
  <div class="menu" id="menu" popover="auto">
    {nav.length === 0 ? null : (
      <nav class="nav" aria-label="Principale">
        {nav.map(({ href, label, current }) => (
          <a key={href} href={href} {...(current ? { 'aria-current': 'page' as const } : {})}>
            {label}
          </a>
        ))}
      </nav>
    )}
    {person === undefined ? null : (
      <div class="account">
        <a href="/compte">
          <bdi>{person}</bdi>
        </a>
        <Form action="/sortir">
          <button class="link" type="submit">
            Sortir
          </button>
        </Form>
      </div>
    )}
  </div>
)

/** The page as it is sent. */
export const renderPage = (page: VNode, tokens: FormTokens = {}): string =>
  `<!doctype html>${render(page, tokens)}`
