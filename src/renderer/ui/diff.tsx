import type { ReactElement } from 'react';
import { withoutControlCharacters } from '#contract/control-characters';
import { cx } from './cx.ts';

/**
 * The lines of a unified diff without its header, with what is added and taken out in colour. A line that is too long is
 * continued below, indented.
 */
export function Diff({ diff, label }: { diff: string; label: string }): ReactElement {
  const lines = diff.trimEnd().split('\n').slice(2);
  return (
    <pre
      aria-label={label}
      className="rounded-control border border-line-2 bg-panel-2 py-1.5 font-mono text-xs leading-5"
    >
      {lines.map((line, index) => (
        // oxlint-disable-next-line no-array-index-key: lines repeat, and the list never changes
        <span
          key={index}
          className={cx('block min-h-5 pr-3 pl-6 -indent-3 wrap-anywhere whitespace-pre-wrap', toneOf(line))}
        >
          {withoutControlCharacters(line, '\t')}
        </span>
      ))}
    </pre>
  );
}

function toneOf(line: string): string {
  if (line.startsWith('+')) return 'bg-ok-soft text-ok';
  if (line.startsWith('-')) return 'bg-bad-soft text-bad';
  return line.startsWith('@@') || line.startsWith('\\') ? 'text-faint' : 'text-muted';
}
