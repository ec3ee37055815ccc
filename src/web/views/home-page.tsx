/** What a visitor reads first: the mission in three sentences, and the way in. */
export const HomePage = ({ demo, signedIn }: { demo: boolean; signedIn: boolean }) => (
  <>
    <h1>L’attente devient un fait, les faits une demande, la demande une réponse</h1>
    <p class="lead">
      Une réparation demandée, et plus rien : pas de réponse, un dossier perdu, une clôture sans travaux.
      Palier date chaque attente, réunit celles des voisin·es en une demande, et garde la trace de la réponse.
    </p>
    <p>
      Ce qu’un·e locataire confie à son union reste à son union. Rien n’en sort sans un geste décidé, daté, et
      qui peut être repris. Un bailleur n’y voit que ce qu’on lui adresse.
    </p>
    <div class="acts">
      {signedIn ? (
        <a class="btn" href="/espaces">
          Choisir un espace
        </a>
      ) : (
        <a class="btn" href="/entrer">
          Entrer
        </a>
      )}
      {demo ? (
        <a class="btn second" href="/demo">
          Visiter le quartier inventé
        </a>
      ) : null}
    </div>
  </>
)
