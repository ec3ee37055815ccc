import { OUTCOMES_FR } from './outcomes.fr.ts'
import type { PhoneWords } from './phone-words.ts'

export const FR: PhoneWords = {
  title: 'Porte à porte',
  skip: 'Aller au contenu',
  languages: 'Langue',
  back: 'Retour',
  queue: {
    left: 'Reste à envoyer :',
    online: 'Connecté',
    offline: 'Hors connexion',
    sending: 'Envoi…',
    kept: '✓ gardé',
    received: (count) => `✓ reçu par l’union : ${count}`,
    allReceived: 'Tout est reçu par l’union.',
    signedOut:
      'L’union ne reconnaît plus ce téléphone. Rien n’est perdu : préparez-le à nouveau pour envoyer.',
    signIn: 'Me connecter',
    diskFailed:
      'Ce téléphone n’a pas pu garder ce geste. Refaites-le ; si cela recommence, notez sur papier.',
    diskFull:
      'Ce téléphone est plein\u202f: rien n’est gardé de ce geste. Ce qui est à l’écran y reste. Faites de la place (photos, vidéos), puis refaites-le\u202f; en attendant, notez sur papier.',
    noReceipt: 'Le réseau répond, mais l’union n’a pas confirmé. Tout reste ici, on réessaie.',
    page: 'Ce qui attend sur ce téléphone',
    explained:
      '« ✓ gardé » veut dire écrit sur ce téléphone. « ✓ reçu » veut dire que l’union a renvoyé l’empreinte de ce qu’elle a reçu. Avant cela, rien n’est effacé ici.',
    now: 'Envoyer maintenant',
    save: 'Enregistrer dans un fichier',
    saveExplained:
      'En dernier recours : un fichier scellé, que seule l’union peut ouvrir. Ce qui attend reste aussi ici.',
    check: 'Vérifier avec l’union',
    checkExplained:
      'Une fois par jour, ce téléphone demande à l’union si elle a toujours ce qu’elle a confirmé.',
    there: (count) => `Confirmés et bien chez l’union\u202f: ${count}`,
    again: (count) => `Manquaient à l’union et repartent d’ici\u202f: ${count}`,
    lost: (count) =>
      `Confirmés, mais l’union ne les a plus et ce téléphone non plus\u202f: ${count}. Dites-le à votre union.`,
    notChecked: 'L’union n’a pas répondu\u202f: rien n’a été vérifié.',
    enrolAgain: 'Préparer à nouveau ce téléphone',
  },
  enrol: {
    title: 'Préparer ce téléphone',
    lead: 'Faites-le avec du réseau, avant la tournée. Ensuite tout marche sans réseau.',
    button: 'Préparer ce téléphone',
    needsNetwork: 'Il faut du réseau et être connecté·e à Palier. Réessayez.',
    refused: 'Votre compte n’a pas de tournée ouverte. Demandez à votre union.',
    homeScreen:
      'Sur iPhone, ajoutez d’abord cette page à l’écran d’accueil (Partager, puis « Sur l’écran d’accueil ») : sinon le téléphone peut effacer ce qui attend.',
    lost: 'Ce qui est noté est scellé aussitôt : un téléphone perdu ne peut pas le relire. Le quadrillage des portes, lui, reste lisible.',
  },
  rounds: {
    title: 'Mes tournées',
    none: 'Aucune tournée pour vous en ce moment.',
    until: (day) => `jusqu’au ${day}`,
    done: (done, all) => `${done} portes faites sur ${all}`,
    refresh: 'Mettre à jour mes tournées',
  },
  stairs: {
    done: (done, all) => `${done} portes faites sur ${all}`,
    spoke: (count, said) => (count < 2 ? `${said} foyer a parlé` : `${said} foyers ont parlé`),
    floor: (floor) => `Étage ${floor}`,
    ground: 'Rez-de-chaussée',
    groundShort: 'R',
    todo: 'à faire',
    here: 'ici',
    allAbsent: 'Tous absents',
    addDoor: 'Porte manquante',
    addFloor: 'Étage manquant',
    notSent: ', pas encore envoyé',
    legend:
      'Losange en coin : pas encore envoyé. Tout est gardé sur ce téléphone, chiffré. Aucun nom à l’écran.',
    undo: 'Annuler',
    noted: (count) => `Noté : ${count}`,
    undone: 'Annulé.',
  },
  door: {
    name: (floor, door) => `${floor}, porte ${door}`,
    first: 'Première visite',
    last: (outcome, day) => `Dernière visite : ${outcome}, ${day}`,
    comeBack: 'Revenir quel jour ?',
    days: { tonight: 'Ce soir', tomorrow: 'Demain', other: 'Un autre jour' },
    note: 'Noter',
    twice: 'Déjà noté aujourd’hui sur ce téléphone. Les deux visites seront gardées.',
    promised: (day) => `Promis\u202f: revenir le ${day}`,
    sampling: 'Comment êtes-vous venu·e à cette porte\u202f?',
    samplings: {
      systematic: 'Porte après porte',
      assembly: 'Rencontre en assemblée',
      petition: 'Par une pétition',
      referral: 'Sur le conseil de quelqu’un',
    },
  },
  visit: {
    title: 'L’attente',
    interrupted:
      'Une visite était ouverte à cette porte. Ce qui a été dit est gardé et scellé ; ce téléphone ne peut plus le relire.',
    resume: 'Continuer la visite',
    close: 'Clore la visite',
    next: 'Suite',
    previous: 'Avant',
    skip: 'Passer',
    another: 'Une autre attente',
    wait: (rank) => `Attente ${rank}`,
    consents: 'Ce que vous acceptez',
    consentsLead: 'Chaque accord est libre et se retire quand vous voulez. Rien n’est coché d’avance.',
    yes: 'Oui',
    no: 'Non',
    wrong: 'Cette réponse ne va pas.',
    summary: 'Ce que vous avez dit',
    summaryOn: (day) => `Le ${day}`,
    summaryKept: 'C’est gardé. À la fin de la visite, ce téléphone l’oublie.',
    nothingSaid: 'Rien n’a été noté.',
    end: 'Terminer et oublier',
    stop: 'Arrêter ici',
    required: 'Cette question attend une réponse.',
    notAskable:
      'Cette question (photo, son, lieu ou fichier) ne se pose pas encore sur ce téléphone\u202f: notez-la sur papier.',
    yesUnderstood: 'C’est entendu',
    readAloud: 'Lire à voix haute',
    contact: {
      title: 'Comment vous recontacter\u202f?',
      name: 'Nom (comme vous voulez qu’on vous appelle)',
      phone: 'Téléphone',
      email: 'Courriel',
    },
  },
  relay: {
    give: 'Passer la main',
    take: 'Reprendre la main',
    handed: (count) =>
      `D’après l’autre équipe, ${count} portes sont faites ici aujourd’hui ou avant. Ce sont des indications\u202f: rien n’est réservé.`,
    unknown: (count) => `Portes que vous n’avez pas dans cette liste\u202f: ${count}`,
    tile: ', d’après l’autre équipe',
    atDoor: (outcome, day) => `D’après l’autre équipe\u202f: ${outcome}, ${day}. Rien n’empêche d’y frapper.`,
  },
  consents: {
    kept: 'L’union garde ce que j’ai dit.',
    called_back: 'L’union peut me recontacter.',
    collective_demand: 'Ma demande peut rejoindre une demande collective.',
    quoted_anonymously: 'Mes mots peuvent être cités sans mon nom.',
    research: 'Mes réponses peuvent servir à une recherche, sans mon nom.',
  },
  outcomes: OUTCOMES_FR,
  given: {
    code: 'Votre code de suivi',
    codeAt: 'Pour suivre votre attente\u202f:',
    codeFrom:
      'Le code s’ouvre demain au plus tôt, quand ce téléphone aura envoyé la visite. S’il est introuvable, réessayez le jour suivant.',
    codeKept:
      'Recopiez-le ou photographiez-le\u202f: il ouvre votre attente, et ce téléphone l’oublie à la fin de la visite.',
    square: 'Carré à photographier pour ouvrir votre suivi',
    drawAgain: 'Donner un code de suivi',
    letters: 'Une lettre pour le bailleur',
    lettersLead:
      'Elle ne dit que ce qui vient d’être dit. Relisez-la ensemble\u202f; ce qui est entre crochets reste à compléter.',
    kinds: {
      first_request: 'Première demande',
      reminder: 'Relance',
      formal_notice: 'Mise en demeure',
    },
    firstOnly: 'La relance et la mise en demeure viennent après une première demande faite au bailleur.',
    toCheck: 'Points de droit qu’aucun·e juriste n’a encore vérifiés\u202f:',
    leavesTrace:
      'Ce que vous partagez, copiez ou imprimez sort de Palier et laisse une trace sur ce téléphone\u202f: effacez-la ensuite.',
    share: 'Partager ou copier la lettre',
    done: {
      shared: 'La lettre est partagée.',
      copied: 'La lettre est copiée\u202f: collez-la dans un message.',
      by_hand: 'Sélectionnez le texte de la lettre pour le copier.',
    },
    print: 'Imprimer',
  },
}
