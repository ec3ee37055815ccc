import { FacadeLegend, type FacadeScale, legendOf } from './facade-legend.tsx'
import { type HomeState, HomeWindow, sayHome, ShutterPattern } from './facade-window.tsx'

export type FacadeHome = HomeState & {
  /** Said whole, as «8e étage, porte B». */
  readonly label: string
  readonly href?: string
}
export type FacadeFloor = { readonly short: string; readonly homes: readonly FacadeHome[] }
export type FacadeStaircase = {
  /** Also the anchor of its drawing. */
  readonly id: string
  readonly name: string
  readonly label: string
  /** Top floor first. */
  readonly floors: readonly FacadeFloor[]
}
type Props = {
  readonly id: string
  readonly label: string
  /** Where the façade's sentence and source are. */
  readonly describedBy?: string
  readonly staircases: readonly FacadeStaircase[]
  /** What the windows tell: how long homes wait, or behind which doors somebody was met. */
  readonly scale?: FacadeScale
}

/** A building at dusk, one drawing per staircase, side by side; on a phone one slides to the next. For the union only. */
export const Facade = ({ id, label, describedBy, staircases, scale = 'waits' }: Props) => (
  <>
    <figure class="facade" {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}>
      <ShutterPattern id={`${id}-volet`} />
      {staircases.length < 2 ? null : (
        <nav class="baynav" aria-label="Entrées">
          {staircases.map((s) => (
            <a key={s.id} href={`#${s.id}`}>
              {s.name}
            </a>
          ))}
        </nav>
      )}
      <div class="street scroll" role="group" aria-label={label} tabIndex={0}>
        <Tree />
        {staircases.map((s) => (
          <Bay key={s.id} staircase={s} shutter={`${id}-volet`} />
        ))}
        <Tree />
      </div>
    </figure>
    <FacadeLegend
      shutter={`${id}-volet`}
      words={legendOf(
        scale,
        staircases.flatMap((s) => s.floors.flatMap((f) => f.homes)),
      )}
    />
  </>
)

const PITCH = 62
const FLOOR = 76
const MARGIN = 17

type Plan = { readonly side: number; readonly stair: number; readonly width: number; readonly street: number }

/** Half of the widest landing on each side of the stair; the stair's middle, the width, the level of the street. */
function planOf({ floors }: FacadeStaircase): Plan {
  const side = Math.max(1, ...floors.map((f) => Math.ceil(f.homes.length / 2)))
  const stair = MARGIN + side * PITCH + 19
  return { side, stair, width: stair * 2, street: 174 + FLOOR * floors.length }
}

function Bay({ staircase, shutter }: { staircase: FacadeStaircase; shutter: string }) {
  const plan = planOf(staircase)
  return (
    <div class={`bay of${Math.min(plan.side, 6) * 2}`}>
      <svg
        viewBox={`0 0 ${plan.width} ${plan.street}`}
        id={staircase.id}
        role="group"
        aria-label={staircase.label}
        font-size="15"
      >
        <Walls plan={plan} floors={staircase.floors.length} />
        {staircase.floors.map((floor, i) => (
          <Floor key={floor.short} floor={floor} top={131 + FLOOR * i} plan={plan} shutter={shutter} />
        ))}
        <Entrance plan={plan} name={staircase.name} />
      </svg>
    </div>
  )
}

const Walls = ({ plan: { width, stair, street }, floors }: { plan: Plan; floors: number }) => (
  <>
    <path class="roof-house" d={`M${stair - 64} 102V56h128v46zM${stair - 72} 56h144v-6h-144z`} />
    <rect class="wall" x="0" y="112" width={width} height={street - 112} />
    <path class="cornice" d={`M0 102H${width}v12H0z`} />
    {Array.from({ length: floors }, (_, i) => (
      <path key={i} class="band" d={`M0 ${192 + FLOOR * i}H${width}`} />
    ))}
    <rect class="stairwell" x={stair - 21} y="126" width="42" height={street - 126} />
    <path class="party-wall" d={`M${width} 114V${street}`} />
  </>
)

function Floor({
  floor,
  top,
  plan,
  shutter,
}: {
  floor: FacadeFloor
  top: number
  plan: Plan
  shutter: string
}) {
  const half = Math.ceil(floor.homes.length / 2)
  return (
    <>
      <path class="flight" d={`M${plan.stair - 17} ${top + 55}h9v-11h9v-11h9v-11h7`} />
      <text class="floor-name" x={plan.stair} y={top + 13} text-anchor="middle" font-size="13">
        {floor.short}
      </text>
      {floor.homes.map((home, i) => (
        <Home
          key={home.label}
          home={home}
          x={i < half ? MARGIN + (plan.side - half + i) * PITCH : plan.stair + 35 + (i - half) * PITCH}
          y={top}
          shutter={shutter}
        />
      ))}
    </>
  )
}

function Home({ home, ...place }: { home: FacadeHome; x: number; y: number; shutter: string }) {
  const drawing = <HomeWindow home={home} {...place} />
  return home.href === undefined ? (
    <g role="img" aria-label={sayHome(home.label, home)}>
      {drawing}
    </g>
  ) : (
    <a href={home.href} aria-label={sayHome(home.label, home)}>
      {drawing}
    </a>
  )
}

const Entrance = ({ plan: { stair, street }, name }: { plan: Plan; name: string }) => (
  <>
    <path class="cornice" d={`M${stair - 48} ${street - 48}h96v7h-96z`} />
    <path class="hall" d={`M${stair - 32} ${street - 41}h64v41h-64z`} />
    <path
      class="hall-doors"
      d={`M${stair - 29} ${street - 38}h28v38h-28zM${stair + 1} ${street - 38}h28v38h-28z`}
    />
    <circle class="lamp" cx={stair} cy={street - 53} r="3.5" />
    <text
      class="number"
      x={Math.max(stair - 84, (stair - 48) / 2)}
      y={street - 14}
      text-anchor="middle"
      font-size="24"
    >
      {name}
    </text>
    <path
      class="letterboxes"
      d={`M${stair + 58} ${street - 32}h${Math.min(78, stair - 66)}v30h-${Math.min(78, stair - 66)}z`}
    />
  </>
)

const Tree = () => (
  <div class="edge">
    <svg viewBox="0 0 40 200" preserveAspectRatio="xMidYMax meet" aria-hidden="true">
      <path d="M18 200V112h4v88z" />
      <ellipse cx="20" cy="84" rx="19" ry="42" />
    </svg>
  </div>
)
