import { hydratePasskeys } from '../accounts/client/passkey.ts'

hydratePasskeys(document)
