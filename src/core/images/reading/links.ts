import { posix } from 'node:path';
import { Damaged } from './damaged.ts';
import { cleanPath } from './entry-name.ts';

/** As many as Linux follows. */
const maxLinks = 40;

/** The links of an archive, by their clean paths. */
export class Links {
  readonly #targets = new Map<string, string>();

  /** Notes a link. One that leads out of the archive, or nowhere, leads to nothing. */
  add(path: string, kind: 'symlink' | 'hardlink', target: string): void {
    const from = kind === 'symlink' && !target.startsWith('/') ? posix.dirname(path) : '';
    const clean = cleanPath(from === '' ? target : `${from}/${target}`);
    if (clean !== null) this.#targets.set(path, clean);
  }

  /** There is something else at the path now. */
  delete(path: string): void {
    this.#targets.delete(path);
  }

  /** The path behind the links. Throws Damaged if they lead in a circle. */
  resolve(path: string): string {
    let at = path;
    for (let followed = 0; followed <= maxLinks; followed++) {
      const target = this.#targets.get(at);
      if (target === undefined) return at;
      at = target;
    }
    throw new Damaged('link-loop');
  }
}
