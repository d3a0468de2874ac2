import type { ReactElement } from 'react';
import { cx } from './cx.ts';

/** A path with the home folder written `~`, as shells do. */
export function tildePath(path: string, home: string | undefined): string {
  if (!home) return path;
  if (path === home) return '~';
  return path.startsWith(`${home}/`) || path.startsWith(`${home}\\`) ? `~${path.slice(home.length)}` : path;
}

/** A path in one line; when there is no room its beginning is cut off, for the end tells most. */
export function Path({
  path,
  home,
  shown = tildePath(path, home),
  className,
}: {
  path: string;
  home?: string | undefined;
  /** What is written instead of it; the path itself is in the tooltip. */
  shown?: string;
  className?: string;
}): ReactElement {
  return (
    <code title={path} dir="rtl" className={cx('block min-w-0 truncate text-left', className)}>
      <bdi dir="ltr">{shown}</bdi>
    </code>
  );
}
