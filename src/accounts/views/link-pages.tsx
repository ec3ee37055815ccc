import { Form } from '../../ui/form.tsx'

/** The same for everybody: it never says whether the address is known. */
export const LinkSentPage = ({ demo }: { demo: boolean }) => (
  <>
    <h1>Regardez vos courriels</h1>
    <p class="lead">
      Si cette adresse a un compte, un lien vient de partir. Il sert une seule fois, pendant 15 minutes.
    </p>
    <p>Rien reçu ? Regardez dans les indésirables, puis vérifiez l’adresse.</p>
    <div class="acts">
      <a class="btn second" href="/entrer">
        Demander un autre lien
      </a>
      {demo ? (
        <a class="btn second" href="/demo/courrier">
          Lire les courriers de la démonstration
        </a>
      ) : null}
    </div>
  </>
)

/** Opening this page uses nothing up; the button does. */
export const LinkPage = ({ token }: { token: string }) => (
  <>
    <h1>Entrer dans Palier</h1>
    <p class="lead">Ce lien est à vous. Il sert une seule fois : appuyez sur le bouton pour entrer.</p>
    <Form action="/entrer/lien">
      <input type="hidden" name="k" value={token} />
      <div class="acts">
        <button class="btn" type="submit">
          Entrer
        </button>
      </div>
    </Form>
  </>
)

export const DeadLinkPage = () => (
  <>
    <h1>Ce lien ne sert plus</h1>
    <p class="lead">Il a déjà servi, ou il a plus de 15 minutes. Demandez-en un autre : c’est immédiat.</p>
    <div class="acts">
      <a class="btn" href="/entrer">
        Recevoir un lien
      </a>
    </div>
  </>
)
