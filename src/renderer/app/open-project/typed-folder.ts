import type { FolderListing } from '#contract/projects';

type Folder = FolderListing['folders'][number];

const isAbsolute = /^(?:[/\\~]|[a-z]:)/i;

/** A typed path as the host understands it: one that does not begin at a root begins in the home folder. */
export function fromHome(typed: string): string {
  return isAbsolute.test(typed) ? typed : `~/${typed}`;
}

/** Divides a typed path into the folder to list and the start of a name in it: `~/dev/sh` is `~/dev/` and `sh`. */
export function divide(typed: string): { folder: string; start: string } {
  const path = typed === '~' ? '~/' : fromHome(typed);
  const end = Math.max(path.lastIndexOf('/'), /^(?:[a-z]:|\\)/i.test(path) ? path.lastIndexOf('\\') : -1) + 1;
  return { folder: path.slice(0, end), start: path.slice(end) };
}

/** The folders whose names begin with the typed text, then those that contain it. Hidden ones only after a dot. */
export function matching(folders: readonly Folder[], start: string): Folder[] {
  const wanted = start.toLowerCase();
  const visible = folders.filter(({ name }) => start.startsWith('.') || !name.startsWith('.'));
  const at = visible.map((folder) => ({ folder, index: folder.name.toLowerCase().indexOf(wanted) }));
  return [...at.filter(({ index }) => index === 0), ...at.filter(({ index }) => index > 0)].map(
    ({ folder }) => folder,
  );
}

/** What Tab writes, as in a shell: the only match with a slash, or what all matches begin with; null: nothing more. */
export function completed(typed: string, folders: readonly Folder[]): string | null {
  const { folder, start } = divide(typed);
  const names = matching(folders, start)
    .map(({ name }) => name)
    .filter((name) => name.toLowerCase().startsWith(start.toLowerCase()));
  const [first, ...others] = names;
  if (first === undefined) return null;
  if (others.length === 0) return `${folder}${first}/`;
  const common = others.reduce(commonStart, first);
  return common.length > start.length ? `${folder}${common}` : null;
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length]?.toLowerCase() === b[length]?.toLowerCase()) length++;
  return a.slice(0, length);
}
