/** The day until which the invented tickets are read. */
export const AS_OF = { text: '2026-01-01', day: 20_454 }
