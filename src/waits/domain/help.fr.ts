export const FRENCH_WAITS_HELP = `Palier\u202f: des fichiers de demandes, des attentes honnêtes

  npm run -s palier -- waits FICHIER… [--map MAP.json] [--as-of DATE] [options]
  npm run -s palier -- map FICHIER > MAP.json
  npm run -s palier -- tally FICHIER… --map MAP.json --by COLONNES --as-of DATE --out NOM.tally.json

FICHIER\u202f: CSV, TSV, XLSX, ODS, Parquet, ou l’un d’eux en .gz ou .zip. waits lit aussi des décomptes (*.tally.json).
Ces commandes n’ouvrent jamais la base de Palier, et n’envoient rien nulle part.

waits compte aussi les demandes encore ouvertes.
  --map MAP.json        quelles colonnes lire\u202f; sans lui, elles sont devinées, et dites
  --as-of DATE|INSTANT  jour d’extraction du fichier (2026-02-17), ou instant (2026-02-17T02:21:40Z)
  --by COLONNE[,…]      une strate par valeur de ces colonnes
  --days civil|elapsed  jours du calendrier (d’ordinaire), ou tranches de 24 h
  --ties half|none      sorties placées à jour + ½ (d’ordinaire pour des dates), ou telles quelles
  --tau JOURS           attente moyenne sur les JOURS premiers jours
  --ci NOM              intervalles log-log (d’ordinaire), log, plain, logit, arcsin
  --causes              part de chaque fin\u202f: demande «\u202foutcome\u202f» dans MAP.json
  --table               un tableau de 80 colonnes (d’ordinaire)
  --json                tout, pour une machine (docs/contract-waits.md)
  --svg NOM.svg         la courbe en escalier
  --pdf NOM.pdf         une page, avec sa méthode et sa citation

map propose un MAP.json d’après les noms et le contenu, et dit pourquoi.

tally fait un décompte qui peut sortir\u202f: petits nombres protégés.
  --grid 1,7,14,30,…    jours où couper (d’ordinaire ceux de Palier)
  --unprotected         décompte exact, par jour\u202f: pour le garder chez soi, aucune porte ne l’accepte
  --released NOM[,NOM2] décomptes déjà sortis du même fichier\u202f: rien ne s’en déduit par différence
  --out NOM.tally.json  où l’écrire

Pour lire un fichier dans une source de Palier\u202f: npm run -s palier -- import --help

La langue est celle du terminal (LANG)\u202f: en… pour l’anglais, sinon le français.
Codes de sortie\u202f: 0 fait, avec ou sans lignes écartées · 2 mal demandé · 3 rien d’utilisable · 4 refusé.
`
