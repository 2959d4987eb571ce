/** Small parts that several views draw. */
import type { ComponentChildren } from 'preact';
import type { Text } from '../rules/message.js';
import type { Severity } from '../rules/rule.js';
import { shapes } from '../site/severity.js';

/** A message's parts: a Dockerfile's words become text or code, never markup. */
export function MessageText({ parts }: { parts: Text }) {
  return <>{parts.map((part) => (typeof part === 'string' ? part : <code>{part.code}</code>))}</>;
}

export function SeverityShape({ severity, children }: { severity: Severity; children?: ComponentChildren }) {
  return (
    <span class={`sev ${severity}`}>
      {/* The shapes are constants of ours. */}
      <svg viewBox="0 0 16 16" aria-hidden="true" dangerouslySetInnerHTML={{ __html: shapes[severity] }} />
      {children ?? <span class="sr-only">{severity}</span>}
    </span>
  );
}
