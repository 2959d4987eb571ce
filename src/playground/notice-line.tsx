/** A sentence to the reader: what happened, what is wrong, and a way back where there is one. */
import { type Signal, signal } from '@preact/signals';
import type { Notice } from './store.js';

/** Whoever has something to say. */
export interface Speaker {
  readonly notice: Signal<Notice | undefined>;
  closeNotice(): void;
}

export interface NoticeLineProps {
  readonly speaker: Speaker;
}

/** The notices of a page without a playground. */
export class Notices implements Speaker {
  readonly notice = signal<Notice | undefined>(undefined);

  say(notice: Notice | undefined): void {
    this.notice.value = notice;
  }

  /** Says what was done, and offers to take it back. */
  sayWithUndo(text: string, undo: () => void): void {
    const run = () => {
      this.say(undefined);
      undo();
    };
    this.say({ kind: 'plain', text, action: { label: 'Undo', run } });
  }

  closeNotice(): void {
    this.notice.value?.onClose?.();
    this.say(undefined);
  }
}

export function NoticeLine({ speaker }: NoticeLineProps) {
  const notice = speaker.notice.value;
  return (
    <div class="notice-slot" role="status">
      {notice && (
        <p class={`notice ${notice.kind}`}>
          <span>{notice.text}</span>
          {notice.copy !== undefined && (
            <input readOnly value={notice.copy} aria-label="Link" onFocus={(event) => event.currentTarget.select()} />
          )}
          {notice.action && (
            <button ref={(button) => takeLostFocus(button)} type="button" class="btn" onClick={notice.action.run}>
              {notice.action.label}
            </button>
          )}
          <button type="button" class="btn bare" onClick={() => speaker.closeNotice()}>
            Close
          </button>
        </p>
      )}
    </div>
  );
}

/** What was pressed may be gone with what it removed: the way back is then the next thing on the keyboard. */
function takeLostFocus(button: HTMLButtonElement | null): void {
  setTimeout(() => {
    if (document.activeElement === document.body) button?.focus({ preventScroll: true });
  });
}
