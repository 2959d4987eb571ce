/**
 * What a condition can be told: the fields of its form, which also read what stands in a file or a link. A field that is
 * optional may be left out; its value is then undefined.
 */

interface FieldBase<Value> {
  /** As the form has it. */
  readonly label: string;
  readonly isOptional: boolean;
  /** Undefined where it is no value of this field. */
  readonly read: (value: unknown) => Value | undefined;
  /** What it has to be, for a message: "a text". */
  readonly wants: string;
}

interface FieldKinds {
  readonly text: { readonly example: string };
  readonly list: { readonly example: string };
  readonly number: { readonly unit: string };
  readonly flag: object;
}

export type Field<Value> = FieldBase<Value> &
  { [Kind in keyof FieldKinds]: { readonly kind: Kind } & FieldKinds[Kind] }[keyof FieldKinds];

// biome-ignore lint/suspicious/noExplicitAny: the value of a field in a record of them is inferred one by one.
export type Fields = Readonly<Record<string, Field<any>>>;

/** What the fields of a condition hold. */
export type Values<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never;
};

export function textField(label: string, example: string): Field<string> {
  return { kind: 'text', label, example, isOptional: false, read: readFilledText, wants: 'a text' };
}

/** A list of words. */
export function listField(label: string, example: string): Field<readonly string[]> {
  return { kind: 'list', label, example, isOptional: false, read: readList, wants: 'a list of texts' };
}

/** A number that is not negative. */
export function numberField(label: string, unit: string): Field<number> {
  return { kind: 'number', label, unit, isOptional: false, read: readNumber, wants: 'a number from 0 up' };
}

/** Yes, or not said. */
export function flagField(label: string): Field<boolean | undefined> {
  const read = (value: unknown) => (typeof value === 'boolean' ? value : undefined);
  return { kind: 'flag', label, isOptional: true, read, wants: 'true or false' };
}

export function optional<Value>(field: Field<Value>): Field<Value | undefined> {
  return { ...field, isOptional: true };
}

function readFilledText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function readList(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string') ? value : undefined;
}

function readNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}
