import './disclosure.css'

export type Option = { readonly value: string; readonly label: string }

type OptionsProps = {
  readonly legend: string
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Boxes to tick, any number of them. */
export function Options({ legend, options, chosen, onChange }: OptionsProps) {
  return (
    <fieldset className="choose">
      <legend>{legend}</legend>
      <div className="options">
        {options.map(({ value, label }) => (
          <label key={value} className="option">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) => onChange(target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
