import * as v from 'valibot'

/** A workbook; what is inside is judged by its content, not by its name. */
export const WorkbookForm = v.object({
  fichier: v.pipe(
    v.file('Choisissez un classeur .xlsx.'),
    v.check((file) => file.size > 0, 'Choisissez un classeur .xlsx.'),
  ),
})

export const PublicationForm = v.object({})
