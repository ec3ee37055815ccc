const SHAPES = {
  declared: 'M3 4h14v9H9l-4 4v-4H3z',
  screenshot: 'M6 2h8v16H6zM9 15h2',
  photo: 'M2 6h4l1.5-2h5L14 6h4v10H2zM10 8a3 3 0 1 0 0 6a3 3 0 1 0 0-6',
  file: 'M4 2h9l3 3v13H4zM7 9h6M7 12h6M7 15h4',
  letter: 'M2 5h16v11H2zM2 5l8 6 8-6M12 14h4',
} as const

export type EvidenceKind = keyof typeof SHAPES

/** What an event rests on: a small shape and its word, never the shape alone. */
export const Evidence = ({ kind, children }: { kind: EvidenceKind; children: string }) => (
  <span class="mark">
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d={SHAPES[kind]} />
    </svg>
    {children}
  </span>
)
