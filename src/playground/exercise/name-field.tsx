/** Name or nickname of the reader, which goes with their work. It is kept for all pages. */
import { readerName, takeName } from './current-assignment.js';

interface NameFieldProps {
  readonly label: string;
  readonly onName?: (name: string) => void;
}

export function NameField({ label, onName }: NameFieldProps) {
  return (
    <p class="name-field no-print">
      <label for="reader-name">{label}</label>
      <input
        id="reader-name"
        class="text-field"
        autocomplete="name"
        maxLength={80}
        defaultValue={readerName()}
        onInput={({ currentTarget }) => {
          takeName(currentTarget.value);
          onName?.(currentTarget.value);
        }}
      />
    </p>
  );
}
