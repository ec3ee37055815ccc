import { Field, type FormState } from '../../ui/form.tsx'

/** The part of a form that takes files; the form itself must be `<Form files>`. */
export const AttachmentFields = ({ form }: { form: FormState }) => (
  <>
    <Field
      form={form}
      name="pieces[]"
      type="file"
      multiple
      accept="image/jpeg,image/png,image/webp,application/pdf"
      label="Photos ou PDF"
      hint="Cinq au plus, 10 Mo chacun. Le lieu et l’heure inscrits dans une photo sont effacés. Si la page revient avec une question, choisissez-les de nouveau."
    />
    <Field
      form={form}
      name="piece_label"
      label="Ce qu’ils montrent"
      hint={`Par exemple\u202f: plafond de la chambre, côté fenêtre. Le nom des fichiers n’est pas gardé.`}
      maxLength={200}
    />
  </>
)
