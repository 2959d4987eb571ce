/** Controls that the panels share. */
import { useId } from 'preact/hooks';

interface Option<Value extends string> {
  readonly value: Value;
  readonly title: string;
}

interface ChooseProps<Value extends string> {
  readonly legend: string;
  readonly isLegendShown?: boolean;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of a few, all in sight. */
export function Choose<Value extends string>({ legend, isLegendShown, options, value, onChoose }: ChooseProps<Value>) {
  const name = useId();
  return (
    <fieldset class="choose">
      <legend class={isLegendShown ? undefined : 'sr-only'}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} data-title={option.title}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
          {option.title}
        </label>
      ))}
    </fieldset>
  );
}

interface PickProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Value[];
  readonly titles?: Readonly<Partial<Record<Value, string>>>;
  readonly value: Value | undefined;
  readonly onPick: (value: Value) => void;
}

/** One of any number; nothing where there is none. */
export function Pick<Value extends string>({ label, options, titles, value, onPick }: PickProps<Value>) {
  if (options.length === 0) return null;
  return (
    <label class="field">
      <span>{label}</span>
      <select class="pick" value={value} onChange={(event) => onPick(event.currentTarget.value as Value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {titles?.[option] ?? option}
          </option>
        ))}
      </select>
    </label>
  );
}
