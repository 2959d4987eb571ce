/** The dialogs of the bar: one is open at a time. What they need beside the page is fetched when they are opened. */
import { signal, useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { workspaceOf } from '../share/workspace.js';
import { DEFAULT_NAME } from './draft-store.js';
import type { Drafts } from './drafts.js';
import { DraftsDialog } from './drafts-dialog.js';
import type { Links } from './links.js';
import type { RuleView } from './protocol.js';
import type { Playground } from './store.js';

export type Dialog = 'drafts' | 'rules' | 'export';

export interface DialogsProps {
  readonly playground: Playground;
  readonly drafts: Drafts;
  readonly links: Links;
}

export class Dialogs {
  private readonly shown = signal<Dialog | undefined>(undefined);

  open(dialog: Dialog): void {
    this.shown.value = dialog;
  }

  readonly close = (): void => {
    this.shown.value = undefined;
  };

  draw(props: DialogsProps) {
    return <Shown dialogs={this} shown={this.shown} {...props} />;
  }
}

interface ShownProps extends DialogsProps {
  readonly dialogs: Dialogs;
  readonly shown: { readonly value: Dialog | undefined };
}

function Shown({ dialogs, shown, playground, drafts, links }: ShownProps) {
  return (
    <>
      <DraftsDialog
        drafts={drafts}
        isOpen={shown.value === 'drafts'}
        onClose={dialogs.close}
        onNew={() => drafts.begin(DEFAULT_NAME, workspaceOf('', playground.configuration.value), 'A new draft.')}
      />
      {shown.value === 'rules' && <Rules playground={playground} links={links} onClose={dialogs.close} />}
      {shown.value === 'export' && <Export playground={playground} onClose={dialogs.close} />}
    </>
  );
}

type RulesDialogType = typeof import('./rules-dialog.js')['RulesDialog'];

/** The form of the configuration, with the reader of its file and the list of rules. */
function Rules({ playground, links, onClose }: { playground: Playground; links: Links; onClose: () => void }) {
  const loaded = useSignal<{ View: RulesDialogType; rules: readonly RuleView[] } | undefined>(undefined);
  useEffect(() => {
    Promise.all([import('./rules-dialog.js'), playground.ask.rules()])
      .then(([{ RulesDialog }, rules]) => {
        if (rules) loaded.value = { View: RulesDialog, rules };
        else onClose();
      })
      .catch(() => {
        onClose();
        playground.say({
          kind: 'problem',
          text: 'The list of rules could not be loaded. Try again with a connection.',
        });
      });
  }, []);
  if (!loaded.value) return null;
  const { View, rules } = loaded.value;
  const Known: ComponentType<Parameters<RulesDialogType>[0]> = View;
  return (
    <Known
      rules={rules}
      configuration={playground.configuration.value}
      onTake={(configuration) => playground.configure(configuration)}
      onShare={(configuration) => void links.shareProfile(configuration)}
      onClose={onClose}
    />
  );
}

type ExportDialogType = typeof import('./export-dialog.js')['ExportDialog'];

/** The findings as reports. */
function Export({ playground, onClose }: { playground: Playground; onClose: () => void }) {
  const loaded = useSignal<{ View: ExportDialogType } | undefined>(undefined);
  useEffect(() => {
    import('./export-dialog.js').then(
      ({ ExportDialog }) => {
        loaded.value = { View: ExportDialog };
      },
      () => {
        onClose();
        playground.say({ kind: 'problem', text: 'The export could not be loaded. Try again with a connection.' });
      },
    );
  }, []);
  if (!loaded.value) return null;
  const { View } = loaded.value;
  return <View playground={playground} onClose={onClose} />;
}
