/** The kinds of conditions as plain data, for a form. */
import { conditionKinds } from './conditions/index.js';
import type { Field } from './field.js';

export interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly kind: Field<unknown>['kind'];
  readonly isOptional: boolean;
  /** Of a text or a list. */
  readonly example?: string;
  /** Of a number. */
  readonly unit?: string;
}

export interface KindView {
  readonly kind: string;
  readonly title: string;
  readonly fields: readonly FieldView[];
}

/** In the order in which a form offers them. */
export function kindViews(): readonly KindView[] {
  return conditionKinds.map(({ kind, title, fields }) => ({
    kind,
    title,
    fields: Object.entries(fields).map(([name, field]) => viewOf(name, field as Field<unknown>)),
  }));
}

function viewOf(name: string, field: Field<unknown>): FieldView {
  const { label, kind, isOptional } = field;
  return {
    name,
    label,
    kind,
    isOptional,
    ...('example' in field && { example: field.example }),
    ...('unit' in field && { unit: field.unit }),
  };
}
