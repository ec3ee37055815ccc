const WHY = {
  provider_away:
    'Le service d’identité ne répond pas. Réessayez dans un instant, ou entrez par un lien envoyé à votre adresse.',
  not_vouched_for:
    'Le service d’identité n’a pas confirmé qui vous êtes, ou la demande a trop attendu. Recommencez depuis le début.',
  nobody_expected:
    'Le service d’identité vous connaît, mais aucun guichet ne vous attend. Demandez une invitation à l’administration du vôtre.',
} as const

/** An agent who could not come in, why, and the other way. */
export const AgentRefusedPage = ({ because }: { because: keyof typeof WHY }) => (
  <>
    <h1>Vous n’êtes pas entré·e</h1>
    <p class="lead">{WHY[because]}</p>
    <div class="acts">
      <a class="btn" href="/entrer">
        Revenir à l’entrée
      </a>
    </div>
  </>
)
