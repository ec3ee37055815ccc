import type { CodeWords } from './code-words.ts'

export const CODE_EN: CodeWords = {
  title: 'A code for today',
  lead: 'What is said at a door is sealed at once: this phone itself cannot read it again. With a code of six digits it keeps a copy for the day: a visit cut short is gone on with, a visit of today is corrected.',
  choose: 'Choose six digits',
  set: 'Set this code',
  isSet: 'The code is set. It will be asked after five minutes without a touch, and tonight all is erased.',
  yours: 'Your code of today',
  open: 'Open',
  remove: 'Remove the code and erase the copies',
  later: 'Go on without a code',
  back: 'Back',
  notSix: 'Six digits are needed, without letters or spaces.',
  needsNetwork: 'Setting a code needs network: the union gives half of it. Try again before you leave.',
  unknownPhone: 'The union no longer knows this phone: get it ready again, then set a code.',
  wrong: (left) => `This is not that code. Tries before the copies are erased: ${left}.`,
  limits: 'What this code does not protect',
  limitsSaid: [
    'Six digits are a million codes: whoever holds this phone and can read its memory tries them all in about a day.',
    'So copies are erased after twelve hours, after ten wrong codes, and as soon as the union takes this phone back and it finds network.',
    'What is sealed opens neither with this code nor with this phone: only the union reads it, and it leaves even when copies are erased.',
    'During a visit the screen shows what is being said: keep the phone in your hand.',
    'Phone lost? Tell the union at once: it takes the phone back on the page of the campaign.',
  ],
}
