/** The configuration: as a form, and as the text of the file that the command line reads. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { version } from '../../package.json';
import { type Configuration, DEFAULT_CONFIGURATION, PRESETS, type RuleNames } from '../config/configuration.js';
import { readConfigurationText, writeConfigurationText } from '../config/configuration-text.js';
import { TABLES_DATE } from '../data/date.js';
import { suggest } from '../model/suggest.js';
import { SEVERITIES, type Severity } from '../rules/rule.js';
import { ruleLink } from '../site/link.js';
import { topicTitles } from '../site/topic-titles.js';
import { download } from './download.js';
import { Choose, Pick } from './panels/controls.js';
import type { RuleView } from './protocol.js';

interface RulesDialogProps {
  readonly rules: readonly RuleView[];
  readonly configuration: Configuration;
  readonly onTake: (configuration: Configuration) => void;
  /** Copies a link with this configuration alone. */
  readonly onShare: (configuration: Configuration) => void;
  readonly onClose: () => void;
}

type Form = 'form' | 'text';

const FORMS = [
  { value: 'form', title: 'Form' },
  { value: 'text', title: 'plimsoll.yaml' },
] as const;

export function RulesDialog({ rules, configuration, onTake, onShare, onClose }: RulesDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useSignal<Form>('form');
  const draft = useSignal(configuration);
  const text = useSignal(writeConfigurationText(configuration));
  const problems = useSignal<readonly string[]>([]);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const set = (changed: Configuration) => {
    draft.value = changed;
    text.value = writeConfigurationText(changed);
    problems.value = [];
  };
  const read = (written: string) => {
    text.value = written;
    const answer = readConfigurationText(written, namesOf(rules));
    problems.value = answer.problems.map(({ path, message }) => (path ? `${path}: ${message}` : message));
    draft.value = answer.configuration;
  };
  return (
    <dialog ref={dialog} class="preview rules-dialog" aria-labelledby="rules-title" onClose={onClose}>
      <h2 id="rules-title">Rules</h2>
      <p class="muted">
        Plimsoll {version}, with tables of {TABLES_DATE}
      </p>
      <Choose legend="Shown as" options={FORMS} value={form.value} onChoose={(value) => (form.value = value)} />
      {form.value === 'form' ? (
        <ConfigurationForm rules={rules} configuration={draft.value} onChange={set} />
      ) : (
        <label class="field tall">
          <span>As the command line reads it from the folder in which it is called</span>
          <textarea
            class="text-field"
            rows={14}
            spellcheck={false}
            value={text.value}
            onInput={(event) => read(event.currentTarget.value)}
          />
        </label>
      )}
      <div role="status">
        {problems.value.map((problem) => (
          <p class="notice problem">{problem}</p>
        ))}
      </div>
      <div class="f-acts">
        <button
          type="button"
          class="btn act"
          onClick={() => {
            onTake(draft.value);
            dialog.current?.close();
          }}
        >
          Use it
        </button>
        <button type="button" class="btn" onClick={() => set(DEFAULT_CONFIGURATION)}>
          Reset
        </button>
        <button type="button" class="btn" onClick={() => onShare(draft.value)}>
          Copy team link
        </button>
        <button type="button" class="btn" onClick={() => download('plimsoll.yaml', text.value, 'application/yaml')}>
          Download
        </button>
        <OpenFile onText={read} />
        <button type="button" class="btn" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
      </div>
    </dialog>
  );
}

/** Every name that a configuration may use, from what the worker says of its rules. */
function namesOf(rules: readonly RuleView[]): RuleNames {
  const names = new Set(
    rules.flatMap(({ id, variants, aliases }) => [id, ...variants.map((variant) => `${id}/${variant}`), ...aliases]),
  );
  return {
    has: (name) => names.has(name) || names.has(name.toUpperCase()),
    suggest: (name) => suggest(name, names),
  };
}

interface ConfigurationFormProps {
  readonly rules: readonly RuleView[];
  readonly configuration: Configuration;
  readonly onChange: (configuration: Configuration) => void;
}

const PRESET_TITLES = {
  recommended: 'Recommended',
  strict: 'Strict: everything that is off by default too',
  hadolint: 'hadolint: what hadolint checks',
  buildkit: 'BuildKit: what docker build --check checks',
  learning: 'Learning: everything, as advice',
} as const;

function ConfigurationForm({ rules, configuration, onChange }: ConfigurationFormProps) {
  const filter = useSignal('');
  const wanted = filter.value.trim().toLowerCase();
  const shown = rules.filter((rule) => wordsOf(rule).includes(wanted));
  const topics = [...new Set(shown.map(({ topic }) => topic))];
  return (
    <div class="rules-form">
      <Pick
        label="Preset"
        options={PRESETS}
        titles={PRESET_TITLES}
        value={configuration.preset}
        onPick={(preset) => onChange({ ...configuration, preset })}
      />
      <label class="field">
        <span>Registries that images may come from, with commas between; empty: any</span>
        <input
          class="pick"
          value={configuration.trustedRegistries.join(', ')}
          onChange={(event) => onChange({ ...configuration, trustedRegistries: listOf(event.currentTarget.value) })}
        />
      </label>
      <label class="field">
        <span>Find a rule by name, code or words</span>
        <input
          class="pick"
          type="search"
          value={filter.value}
          onInput={(event) => (filter.value = event.currentTarget.value)}
        />
      </label>
      <p class="muted" role="status">
        {shown.length} of {rules.length} rules
      </p>
      {topics.map((topic) => (
        <fieldset key={topic}>
          <legend>{topicTitles[topic]}</legend>
          {shown
            .filter((rule) => rule.topic === topic)
            .map((rule) => (
              <RuleRow key={rule.id} rule={rule} configuration={configuration} onChange={onChange} />
            ))}
        </fieldset>
      ))}
    </div>
  );
}

function wordsOf({ id, summary, aliases, topic }: RuleView): string {
  return [id, summary, topic, ...aliases].join(' ').toLowerCase();
}

function listOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '');
}

const CHOICES = ['', ...SEVERITIES, 'off'] as const;

interface RuleRowProps extends Omit<ConfigurationFormProps, 'rules'> {
  readonly rule: RuleView;
}

function RuleRow({ rule, configuration, onChange }: RuleRowProps) {
  const { id, summary, severity } = rule;
  const choose = (value: string) => {
    const { [id]: _, ...others } = configuration.rules;
    onChange({ ...configuration, rules: value === '' ? others : { ...others, [id]: value as Severity | 'off' } });
  };
  return (
    <div class="rule-choice">
      <a href={ruleLink(id)} target="_blank" rel="noreferrer">
        {id}
      </a>
      <p class="muted">{summary}</p>
      <select
        class="pick"
        aria-label={`Severity of ${id}`}
        value={configuration.rules[id] ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {CHOICES.map((choice) => (
          <option value={choice}>{choice === '' ? `preset (${severity})` : choice}</option>
        ))}
      </select>
    </div>
  );
}

function OpenFile({ onText }: { onText: (text: string) => void }) {
  return (
    <label class="btn file">
      Open a file
      <input
        type="file"
        class="sr-only"
        accept=".yaml,.yml"
        onChange={async (event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onText(await file.text());
        }}
      />
    </label>
  );
}
