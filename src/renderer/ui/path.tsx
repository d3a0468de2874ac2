import type { ReactElement } from 'react';
import { cx } from './cx.ts';

/** A path with `~` for the home folder. */
export function tildePath(path: string, home: string | undefined): string {
  if (!home) return path;
  if (path === home) return '~';
  return path.startsWith(`${home}/`) || path.startsWith(`${home}\\`) ? `~${path.slice(home.length)}` : path;
}

/** A text in which the home folder, and the paths below it, have `~`. */
export function tildeText(text: string, home: string | undefined): string {
  if (!home) return text;
  const [first = '', ...others] = text.split(home);
  let shown = first;
  for (const other of others) {
    // Only where a path begins and the folder's name ends: neither `/srv/root/x` nor `/roots` is below `/root`.
    const isHome = !/[\w./-]$/.test(shown) && !/^(?:[\p{L}\p{N}_-]|\.[\p{L}\p{N}_-])/u.test(other);
    shown += `${isHome ? '~' : home}${other}`;
  }
  return shown;
}

/** A path on one line. If it does not fit, its beginning is cut off, because the end matters more. */
export function Path({
  path,
  home,
  shown = tildePath(path, home),
  className,
}: {
  path: string;
  home?: string | undefined;
  /** Shown in place of the path, which is then only in the tooltip. */
  shown?: string;
  className?: string;
}): ReactElement {
  return (
    <code title={path} dir="rtl" className={cx('block min-w-0 truncate text-left', className)}>
      <bdi dir="ltr">{shown}</bdi>
    </code>
  );
}
