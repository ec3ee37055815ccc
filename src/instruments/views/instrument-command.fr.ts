import { formatCount } from '../../ui/format.fr.ts'
import type { InstrumentSpeech } from '../domain/instrument-speech.ts'
import { sayFormRefusal } from '../words.fr.ts'
import { sayInstrumentRefusal } from './refusal-words.fr.ts'

export const INSTRUMENT_IN_FRENCH: InstrumentSpeech = {
  help: `npm run palier -- instrument FICHIER.xlsx

Lit un classeur XLSForm et dit le questionnaire qu’il donne, ou ce qui ne va pas, par feuille, ligne et colonne.
Codes de sortie\u202f: 0 un questionnaire · 2 mal demandé · 3 pas un questionnaire.
`,
  problem: (problem) =>
    problem.because === 'file_absent'
      ? `Il n’y a pas de fichier ${problem.path}.`
      : 'Donnez un classeur\u202f: npm run palier -- instrument FICHIER.xlsx',
  summary: ({ title, id, version, languages, questions, groups, repeats, lists, files }) =>
    [
      `${title} (${id})`,
      `version\u202f: ${version}`,
      `langues\u202f: ${languages.join(', ') || 'une, sans nom'}`,
      [
        formatCount(questions, 'question posée', 'questions posées'),
        formatCount(groups, 'groupe'),
        formatCount(repeats, 'répétition'),
        formatCount(lists, 'liste de choix', 'listes de choix'),
      ].join(' · '),
      ...(files.length > 0 ? [`lit à côté de lui\u202f: ${files.join(', ')}`] : []),
    ].join('\n'),
  refusal: (refusal) =>
    refusal.because === 'workbook_refused'
      ? [sayInstrumentRefusal(refusal), ...refusal.refusals.map(sayFormRefusal)].join('\n')
      : sayInstrumentRefusal(refusal),
}
