/** The stair. */
export const Logo = () => (
  <svg viewBox="0 0 36 36" aria-hidden="true">
    <path class="riser" d="M3 33V25H13V16H23V7H33V33Z" />
    <path class="tread" d="M2 22h11.5v3.6H2zM12 13h11.5v3.6H12zM22 4h12v3.6H22z" />
  </svg>
)
