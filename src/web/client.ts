import { hydratePasskeys } from '../accounts/client/passkey.ts'
import { sendCodeFromFragment } from '../followup/client/code-from-fragment.ts'
import { smoothExplorer } from '../waits/client/smooth-explorer.ts'

sendCodeFromFragment(document)
smoothExplorer(document)
hydratePasskeys(document)
