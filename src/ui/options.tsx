/** `group` heads the options that follow one another under the same name. */
export type Option = { readonly value: string; readonly label: string; readonly group?: string }

/** What a select offers, in the order given. */
export const Options = ({ options, value }: { options: readonly Option[]; value: string }) =>
  groupsOf(options).map(({ group, inside }) =>
    group === undefined ? (
      inside.map((option) => <OptionLine key={option.value} option={option} value={value} />)
    ) : (
      <optgroup key={group} label={group}>
        {inside.map((option) => (
          <OptionLine key={option.value} option={option} value={value} />
        ))}
      </optgroup>
    ),
  )

const OptionLine = ({ option, value }: { option: Option; value: string }) => (
  <option value={option.value} selected={option.value === value}>
    {option.label}
  </option>
)

const groupsOf = (options: readonly Option[]) =>
  options.reduce<{ readonly group: string | undefined; readonly inside: Option[] }[]>((groups, option) => {
    const last = groups.at(-1)
    if (last && last.group === option.group) last.inside.push(option)
    else groups.push({ group: option.group, inside: [option] })
    return groups
  }, [])
