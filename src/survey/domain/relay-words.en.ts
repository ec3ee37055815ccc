import type { RelayWords } from './relay-words.ts'

export const RELAY_EN: RelayWords = {
  giveLead:
    'The other team photographs this square: their phone shows where you have been, without a network. It holds no name and nothing of what was said. Nobody signs it: these are hints.',
  square: 'Square to photograph: the doors noted on this phone',
  doors: (count) => `Doors noted here on this phone: ${count}`,
  none: 'No door of this entrance is noted on this phone: nothing to hand over.',
  tooMany: 'They do not all fit in one square: the oldest are left out.',
  share: 'Share or copy the address',
  done: {
    shared: 'The address is shared.',
    copied: 'The address is copied.',
    by_hand: 'Select the address to copy it.',
  },
  takeLead:
    'With the phone’s camera, aim at the other team’s square and open the address it offers. On an iPhone it opens in Safari: copy it and paste it here.',
  photo: 'Photograph the square',
  noSquare: 'No square can be read on this photo. Come closer, or paste the address.',
  text: 'Address received',
  read: 'Read',
  refused: {
    not_a_relay: 'This is not an entrance handed over by another team.',
    damaged: 'This text is incomplete or damaged: take the whole square again.',
    newer_version: 'The other phone has a newer version of Palier: update this one with a network.',
  },
  anotherDay: (day) => `This square is of ${day}: it says nothing any more today. Ask for a new one.`,
  notYours: 'This entrance is not in your rounds.',
}
