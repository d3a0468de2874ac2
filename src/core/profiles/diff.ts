import { createTwoFilesPatch } from 'diff';
import { maskSecrets } from '#core/system';

/**
 * A unified diff of a file, as `diff -u` prints it; empty when nothing differs. Texts are bytes as Latin-1 and are
 * shown as UTF-8, secrets masked. null: there is no file. Pure.
 */
export function unifiedDiff(path: string, before: string | null, after: string | null): string {
  if (before === after) return '';
  const name = (text: string | null) => (text === null ? '/dev/null' : path);
  const patch = createTwoFilesPatch(name(before), name(after), shown(before), shown(after), '', '', {
    context: 3,
  });
  return maskSecrets(patch.replace(/^(?:Index: .*\n)?=+\n/, ''));
}

function shown(text: string | null): string {
  return Buffer.from(text ?? '', 'latin1').toString('utf8');
}
