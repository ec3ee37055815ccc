import { render } from 'preact'
import { openDisk } from './database.ts'
import { PhoneApp } from './phone-app.tsx'
import { registerWorker } from './take-over.ts'

const place = document.querySelector('#porte-a-porte')
if (place) {
  place.replaceChildren()
  render(<PhoneApp disk={openDisk()} />, place)
  registerWorker()
}
