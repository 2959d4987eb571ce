/** Conditions picked from a list, each with the fields of its kind. */
import { useSignal } from '@preact/signals';
import type { FieldView, KindView } from '../../grading/kind-view.js';
import type { Remark } from './condition-remarks.js';
import type { DraftCondition } from './draft.js';

export interface ConditionsFormProps {
  readonly kinds: readonly KindView[];
  readonly conditions: readonly DraftCondition[];
  /** What is to be said of each, in their order. */
  readonly remarks: readonly (readonly Remark[])[];
  readonly onChange: (conditions: readonly DraftCondition[]) => void;
}

export function ConditionsForm({ kinds, conditions, remarks, onChange }: ConditionsFormProps) {
  const replace = (index: number, condition: DraftCondition) =>
    onChange(conditions.map((one, at) => (at === index ? condition : one)));
  // Not at once: by keyboard the choice changes with each key.
  const chosen = useSignal('');
  const add = () => {
    onChange([...conditions, { kind: chosen.value, values: {}, step: '' }]);
    chosen.value = '';
  };
  return (
    <>
      {conditions.map((condition, index) => (
        <ConditionFields
          key={String(index)}
          kind={kinds.find(({ kind }) => kind === condition.kind)}
          number={index + 1}
          condition={condition}
          remarks={remarks[index] ?? []}
          onChange={(changed) => replace(index, changed)}
          onRemove={() => onChange(conditions.filter((_, at) => at !== index))}
        />
      ))}
      <div class="field">
        <label for="add-condition">Add a condition</label>
        <span class="acts">
          <select
            id="add-condition"
            class="text-field"
            value={chosen.value}
            onChange={(event) => (chosen.value = event.currentTarget.value)}
          >
            <option value="">Choose one</option>
            {kinds.map(({ kind, title }) => (
              <option value={kind}>{title}</option>
            ))}
          </select>
          <button type="button" class="btn" disabled={chosen.value === ''} onClick={add}>
            Add
          </button>
        </span>
      </div>
    </>
  );
}

interface ConditionFieldsProps {
  readonly kind: KindView | undefined;
  /** From 1. */
  readonly number: number;
  readonly condition: DraftCondition;
  readonly remarks: readonly Remark[];
  readonly onChange: (condition: DraftCondition) => void;
  readonly onRemove: () => void;
}

function ConditionFields({ kind, number, condition, remarks, onChange, onRemove }: ConditionFieldsProps) {
  const id = `condition-${number}`;
  return (
    <fieldset class="condition" aria-describedby={`${id}-remarks`}>
      <legend>{kind?.title ?? condition.kind}</legend>
      {kind?.fields.map((field) => (
        <Field
          key={field.name}
          id={`${id}-${field.name}`}
          field={field}
          value={condition.values[field.name] ?? ''}
          onChange={(value) => onChange({ ...condition, values: { ...condition.values, [field.name]: value } })}
        />
      ))}
      <div class="field">
        <label for={`${id}-step`}>As a step: what to do</label>
        <input
          id={`${id}-step`}
          class="text-field"
          value={condition.step}
          onInput={(event) => onChange({ ...condition, step: event.currentTarget.value })}
        />
      </div>
      <div id={`${id}-remarks`}>
        {remarks.map(({ text, isRefusal }) => (
          <p key={text} class={isRefusal ? 'field-problem' : 'field-remark'}>
            {text}
          </p>
        ))}
      </div>
      <button type="button" class="btn bare" onClick={onRemove}>
        Remove<span class="sr-only">: {kind?.title}</span>
      </button>
    </fieldset>
  );
}

interface FieldProps {
  readonly id: string;
  readonly field: FieldView;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Field({ id, field: { label, kind, isOptional, example, unit }, value, onChange }: FieldProps) {
  if (kind === 'flag')
    return (
      <label class="flag">
        <input
          type="checkbox"
          checked={value === 'yes'}
          onChange={(event) => onChange(event.currentTarget.checked ? 'yes' : '')}
        />{' '}
        {label}
      </label>
    );
  const words = [unit, kind === 'list' ? 'separated by commas' : '', isOptional ? 'may be empty' : ''].filter(
    (word) => word,
  );
  return (
    <div class="field">
      <label for={id}>
        {label}
        {words.length > 0 && <span class="muted"> ({words.join(', ')})</span>}
      </label>
      <input
        id={id}
        class="text-field"
        inputMode={kind === 'number' ? 'decimal' : undefined}
        placeholder={example}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
