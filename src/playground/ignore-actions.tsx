/** Ways to silence a finding: a comment for its place, a comment for the file, or the configuration. */
import { useId, useRef, useState } from 'preact/hooks';
import type { Finding } from '../engine/finding.js';
import type { IgnoreScope } from '../engine/ignore-edit.js';
import { withoutRule } from './rule-off.js';
import type { Playground } from './store.js';

interface IgnoreActionsProps {
  readonly finding: Finding;
  readonly playground: Playground;
}

const LABELS: Readonly<Record<IgnoreScope, string>> = {
  line: 'Ignore here',
  file: 'Ignore rule in this file',
};

export function IgnoreActions({ finding, playground }: IgnoreActionsProps) {
  const [scope, setScope] = useState<IgnoreScope | undefined>(undefined);
  const buttons = useRef<HTMLDivElement>(null);
  const close = () => {
    const pressed = scope;
    setScope(undefined);
    if (pressed) buttons.current?.querySelector<HTMLElement>(`[data-scope="${pressed}"]`)?.focus();
  };
  return (
    <>
      <div class="f-acts f-ignore" ref={buttons}>
        {(['line', 'file'] as const).map((one) => (
          <button
            type="button"
            class="btn"
            data-scope={one}
            aria-expanded={scope === one}
            onClick={() => setScope(scope === one ? undefined : one)}
          >
            {LABELS[one]}
          </button>
        ))}
        <button type="button" class="btn" onClick={() => turnOff(playground, finding.rule)}>
          Turn rule off
        </button>
      </div>
      {scope && <IgnoreForm key={scope} finding={finding} playground={playground} scope={scope} onClose={close} />}
    </>
  );
}

interface IgnoreFormProps extends IgnoreActionsProps {
  readonly scope: IgnoreScope;
  readonly onClose: () => void;
}

function IgnoreForm({ finding, playground, scope, onClose }: IgnoreFormProps) {
  const id = useId();
  const [reason, setReason] = useState('');
  return (
    <form
      class="ignore-form"
      aria-label={LABELS[scope]}
      onSubmit={(event) => {
        event.preventDefault();
        void insert(playground, finding, scope, reason);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <label for={id}>Reason (optional)</label>
      <input
        id={id}
        class="pick"
        value={reason}
        maxLength={500}
        autocomplete="off"
        ref={focusOnce}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <button type="submit" class="btn act">
        Insert comment
      </button>
      <button type="button" class="btn" onClick={onClose}>
        Cancel
      </button>
    </form>
  );
}

/** The reader asked for the field; it is drawn at once. */
function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}

async function insert(playground: Playground, finding: Finding, scope: IgnoreScope, reason: string): Promise<void> {
  const { rule } = finding;
  try {
    const edits = await playground.ask.ignoreEdits(finding, scope, reason);
    if (edits) {
      playground.fixing.apply({
        title: scope === 'line' ? `Ignore ${rule} here` : `Ignore ${rule} in this file`,
        safety: 'safe',
        edits,
      });
      return;
    }
    playground.say({
      kind: 'problem',
      text: 'This finding stands in no instruction, so a comment above one can not ignore it. Ignore the rule in this file instead.',
    });
  } catch {
    playground.say({ kind: 'problem', text: 'The comment could not be made. Try again with a connection.' });
  }
}

function turnOff(playground: Playground, rule: string): void {
  const configuration = withoutRule(playground.configuration.value, rule);
  playground.configureWithUndo(configuration, `${rule} is off in this configuration.`);
}
