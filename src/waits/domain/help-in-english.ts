export const ENGLISH_WAITS_HELP = `Palier: files of cases in, honest waits out

  npm run -s palier -- waits FILE… [--map MAP.json] [--as-of DATE] [options]
  npm run -s palier -- map FILE > MAP.json
  npm run -s palier -- tally FILE… --map MAP.json --by HEADERS --as-of DATE --out NAME.tally.json

FILE is CSV, TSV, XLSX, ODS, Parquet, or one of them as .gz or .zip. waits also reads tallies (*.tally.json).
These commands never open Palier's database, and send nothing anywhere.

waits counts cases that are still open as well.
  --map MAP.json        which columns to read; without it they are guessed, and told
  --as-of DATE|INSTANT  the day the file was drawn (2026-02-17), or the instant (2026-02-17T02:21:40Z)
  --by HEADER[,…]       one stratum per value of these columns
  --days civil|elapsed  calendar days (default), or spans of 24 hours
  --ties half|none      exits at day + ½ (default for dates), or as they are (default for lengths)
  --tau DAYS            mean wait over the first DAYS days
  --ci NAME             intervals log-log (default), log, plain, logit, arcsin
  --causes              share of each ending: needs "outcome" in MAP.json
  --table               a table of 80 columns, in French (default)
  --json                everything, for a machine (docs/contract-waits.md)
  --svg NAME.svg        the staircase
  --pdf NAME.pdf        one page, with its method and citation, in French

map proposes a MAP.json from names and contents, and says why.

tally makes counts that may leave: small numbers are protected.
  --grid 1,7,14,30,…    days at which to cut (default: Palier's)
  --unprotected         exact counts, by day: to be kept at home, no door accepts them
  --released NAME[,…]   tallies of this file that left before: nothing can be had by subtracting
  --out NAME.tally.json where to write

To read a file into a source of Palier: npm run -s palier -- import --help

Messages are in the language of the terminal (LANG): English for en…, else French.
Exit codes: 0 done, with or without rejects · 2 usage · 3 nothing usable in the file · 4 refused.
`
