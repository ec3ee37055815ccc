/** For those who read the code; the French help (cli-words.fr.ts) is for those who run an installation. */
export const ENGLISH_HELP = `Palier on the command line

  npm run palier -- COMMAND …

  backup DIR
      Backs up the embedded database while it serves, with the audit's anchors. PALIER_SECRET is not in it.
  restore DIR [--journaux-de OLD]
      Restores a backup into PALIER_DATA (empty); --journaux-de also replays what a dead cluster had not archived.
  audit verify
      Reads the audit chain again; names what was altered, removed, cut at the tail, or is not yet sealed.
  complaints rebuild
      Folds the thread of every complaint again, writes the states that did not say it, and names them.
  link ADDRESS
      Makes a sign-in link on the server, when mail does not leave.
  waits FILE… · map FILE · tally FILE…
      Honest waits from files, without the database: npm run -s palier -- waits --help
  import FILE --space SPACE --as EMAIL --source NAME --map MAP.json --as-of DATE
      A file of cases into a source of Palier, in somebody’s name: npm run -s palier -- import --help
  instrument FILE.xlsx
      The form that an XLSForm workbook makes, or its faults by cell, without the database.
  --help
      This help.

audit and link change nothing in the database: start this version first (npm start).
Settings: PALIER_DATA, DATABASE_URL, PALIER_SECRET, PUBLIC_URL, PALIER_DEMO (docs/guide/installer.md).
Exit codes: 0 done · 1 refused or found · 2 misused.
`
