/** The list of rules is complete in the page; this hides what the choice leaves out. */
import { isChosen, type RuleChoice, type RuleKeys, readChoice, writeChoice } from './rule-filter.js';

class RuleFilter extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    form.hidden = false;
    fill(form, readChoice(location.search));
    const update = () => this.show(choiceIn(form));
    form.addEventListener('input', update);
    form.addEventListener('submit', (event) => event.preventDefault());
    this.show(choiceIn(form));
  }

  private show(choice: RuleChoice): void {
    const rows = [...this.querySelectorAll<HTMLElement>('.rule-row')];
    for (const row of rows) row.hidden = !isChosen(keysOf(row), choice);
    const shown = rows.filter((row) => !row.hidden).length;
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = shown === rows.length ? `${shown} rules` : `${shown} of ${rows.length} rules`;
    history.replaceState(history.state, '', location.pathname + writeChoice(choice) + location.hash);
  }
}

function keysOf({ dataset }: HTMLElement): RuleKeys {
  return {
    topic: dataset['topic'] ?? '',
    severities: (dataset['severity'] ?? '').split(' '),
    isFixable: dataset['fixable'] !== undefined,
    words: dataset['words'] ?? '',
  };
}

function choiceIn(form: HTMLFormElement): RuleChoice {
  return readChoice(
    new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])).toString(),
  );
}

function fill(form: HTMLFormElement, choice: RuleChoice): void {
  for (const [name, value] of Object.entries(choice)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value !== '';
    else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
  }
}

customElements.define('plimsoll-rule-filter', RuleFilter);
