import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import { formatInstant } from '../../ui/format.fr.ts'
import type { Visitor } from '../../ui/request.ts'
import { DataTable } from '../../ui/table.tsx'

type Session = {
  readonly id: string
  readonly device: string
  readonly opened_at: Date
  readonly last_seen_at: Date
  readonly is_this: boolean
}
type Passkey = {
  readonly id: string
  readonly label: string
  readonly added_at: Date
  readonly last_used_at: Date | null
}
type Props = {
  readonly visitor: Visitor
  readonly form: FormState
  readonly sessions: readonly Session[]
  readonly passkeys: readonly Passkey[]
}

export const AccountPage = ({ visitor, form, sessions, passkeys }: Props) => (
  <>
    <h1>Votre compte</h1>
    <ErrorSummary form={form} labels={{ name: 'Votre nom' }} />
    <p>
      Adresse : <bdi>{visitor.accountEmail}</bdi>. <a href="/espaces">Vos espaces</a>
    </p>
    <Form action="/compte" sheet label="Votre nom">
      <Field
        form={form}
        name="name"
        label="Votre nom"
        hint="Tel que le lisent les personnes de vos espaces."
        autocomplete="name"
        maxLength={300}
        required
      />
      <div class="acts">
        <button class="btn" type="submit">
          Changer le nom
        </button>
      </div>
    </Form>
    <SecondFactor has={visitor.hasSecondFactor} />
    <Passkeys passkeys={passkeys} />
    <Sessions sessions={sessions} />
  </>
)

const SecondFactor = ({ has }: { has: boolean }) => (
  <section class="part" aria-labelledby="facteur">
    <h2 id="facteur">Second facteur</h2>
    <p>
      {has
        ? 'Un code de votre téléphone est demandé après le lien.'
        : 'Aucun : le lien par courriel suffit pour entrer.'}
    </p>
    <div class="acts">
      <a class="btn second" href={has ? '/compte/second-facteur/retirer' : '/compte/second-facteur'}>
        {has ? 'Retirer le second facteur' : 'Ajouter un second facteur'}
      </a>
    </div>
  </section>
)

const nameOf = (label: string): string => (label === '' ? 'Appareil inconnu' : label)

const Passkeys = ({ passkeys }: { passkeys: readonly Passkey[] }) => (
  <section class="part" aria-labelledby="cles">
    <h2 id="cles">Clés d’accès</h2>
    {passkeys.length === 0 ? (
      <p>Aucune. Avec une clé d’accès, votre appareil vous reconnaît : ni lien ni code.</p>
    ) : (
      <DataTable
        caption="Clés ajoutées à votre compte"
        rows={passkeys}
        keyOf={(k) => k.id}
        columns={[
          { header: 'Ajoutée depuis', cell: (k) => nameOf(k.label) },
          { header: 'Le', cell: (k) => formatInstant(k.added_at) },
          {
            header: 'Dernier usage',
            cell: (k) => (k.last_used_at ? formatInstant(k.last_used_at) : 'Jamais'),
          },
          {
            header: 'Retirer',
            cell: (k) => (
              <Form action="/compte/cles/retirer">
                <input type="hidden" name="cle" value={k.id} />
                <button
                  class="link"
                  type="submit"
                  aria-label={`Retirer la clé ajoutée le ${formatInstant(k.added_at)}`}
                >
                  Retirer
                </button>
              </Form>
            ),
          },
        ]}
      />
    )}
    <div data-passkey="register" data-refused="Aucune clé n’a été ajoutée : rien n’a été fait." hidden>
      <p role="alert" />
      <div class="acts">
        <button class="btn second" type="button">
          Ajouter une clé d’accès
        </button>
      </div>
    </div>
  </section>
)

const Sessions = ({ sessions }: { sessions: readonly Session[] }) => (
  <section class="part" aria-labelledby="sessions">
    <h2 id="sessions">Vos sessions ouvertes</h2>
    <p>Un appareil que vous ne reconnaissez pas ? Fermez sa session.</p>
    <DataTable
      caption="Navigateurs où vous êtes entré·e"
      rows={sessions}
      keyOf={(s) => s.id}
      columns={[
        { header: 'Appareil', cell: (s) => nameOf(s.device) },
        { header: 'Fermer', cell: (s) => (s.is_this ? 'Celle-ci' : <EndSession session={s} />) },
        { header: 'Vue le', cell: (s) => formatInstant(s.last_seen_at) },
        { header: 'Ouverte le', cell: (s) => formatInstant(s.opened_at) },
      ]}
    />
    <Form action="/sortir">
      <input type="hidden" name="partout" value="oui" />
      <div class="acts">
        <button class="btn second" type="submit">
          Déconnecter partout
        </button>
      </div>
    </Form>
  </section>
)

const EndSession = ({ session }: { session: Session }) => (
  <Form action="/compte/sessions/fermer">
    <input type="hidden" name="session" value={session.id} />
    <button
      class="link"
      type="submit"
      aria-label={`Fermer la session ouverte le ${formatInstant(session.opened_at)}`}
    >
      Fermer
    </button>
  </Form>
)
