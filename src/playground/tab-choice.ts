/**
 * What Tab does in Monaco: it indents, or it moves on to what follows the editor. The choice is in sight below the
 * editor, has a key, and is remembered: nobody who has only a keyboard is caught in the editor.
 */
import * as monaco from 'monaco-editor/editor';
import { remember, remembered } from './memory.js';

const MOVES_FOCUS = 'plimsoll.tab-moves-focus';

/** The key that changes the choice, as Monaco has it elsewhere. */
const isMac = () => /Mac/.test(navigator.userAgent);
const { KeyCode, KeyMod } = monaco;

/** Gives an editor the reader's choice, the key, and a button in `hint` if there is one. */
export function connectTabChoice(
  editor: monaco.editor.IStandaloneCodeEditor,
  hint: HTMLElement | undefined,
): monaco.IDisposable {
  let movesFocus = remembered(MOVES_FOCUS) === 'yes';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn bare';
  const show = () => {
    editor.updateOptions({ tabFocusMode: movesFocus });
    button.textContent = tabWords(movesFocus);
  };
  const toggle = () => {
    movesFocus = !movesFocus;
    remember(MOVES_FOCUS, movesFocus ? 'yes' : 'no');
    show();
  };
  button.addEventListener('click', toggle);
  hint?.setAttribute('role', 'status');
  hint?.replaceChildren(button, ` ${isMac() ? 'Ctrl+Shift+M' : 'Ctrl+M'} changes this`);
  show();
  const action = editor.addAction({
    id: 'plimsoll.toggleTab',
    label: 'Let Tab indent or leave the editor',
    keybindings: [isMac() ? KeyMod.WinCtrl | KeyMod.Shift | KeyCode.KeyM : KeyMod.CtrlCmd | KeyCode.KeyM],
    run: toggle,
  });
  return {
    dispose() {
      action.dispose();
      hint?.replaceChildren();
    },
  };
}

function tabWords(movesFocus: boolean): string {
  return movesFocus ? 'Tab leaves the editor' : 'Tab indents';
}
