/** A path that begins at a root, of Windows too, or in the home folder. */
const whole = /^(?:[/\\]|~(?:$|[/\\])|[a-z]:[/\\])/i;

/**
 * The path of an archive or folder as a person types or pastes it: with quotes around it, or as a file manager's `file://`
 * address; null: it begins in no folder that the host knows. Pure.
 */
export function archivePath(typed: string): string | null {
  const text = typed.trim().replace(/^(["'])(.*)\1$/, '$2');
  const path = text.startsWith('file://') ? fromAddress(text) : text;
  return path !== null && whole.test(path) ? path : null;
}

function fromAddress(text: string): string | null {
  try {
    const path = decodeURIComponent(new URL(text).pathname);
    return path.replace(/^\/([a-z]:)/i, '$1');
  } catch {
    return null;
  }
}
