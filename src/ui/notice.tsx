import type { ComponentChildren } from 'preact'

type Props = {
  readonly tone?: 'slate' | 'brick' | 'moss' | 'lamp'
  readonly alert?: boolean
  readonly children: ComponentChildren
}

/** Something to know before going on. `alert` is for what just went wrong; otherwise it is read in its turn. */
export const Notice = ({ tone = 'slate', alert = false, children }: Props) => (
  <div class={tone === 'slate' ? 'notice' : `notice ${tone}`} {...(alert ? { role: 'alert' as const } : {})}>
    {children}
  </div>
)
