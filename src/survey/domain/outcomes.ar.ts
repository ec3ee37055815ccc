import type { OutcomeMessages } from './outcomes.ts'

export const OUTCOMES_AR: OutcomeMessages = {
  answered: { button: 'فُتح الباب', tile: 'تحدّث' },
  absent: { button: 'لا أحد', tile: 'غائب' },
  come_back: { button: 'العودة لاحقًا', tile: 'عودة' },
  refused: { button: 'رفض', tile: 'رفض' },
  other_language: { button: 'لغة أخرى', tile: 'لغة' },
  empty: { button: 'مسكن فارغ', tile: 'فارغ' },
  no_access: { button: 'تعذّر الدخول', tile: 'تعذّر' },
  not_concerned: { button: 'غير معنيّ', tile: 'غير معنيّ' },
  moved: { button: 'انتقل', tile: 'انتقل' },
}
