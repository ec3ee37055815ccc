import { hydratePasskeys } from '../accounts/client/passkey.ts'
import { sendCodeFromFragment } from '../followup/client/code-from-fragment.ts'

sendCodeFromFragment(document)
hydratePasskeys(document)
