import { withoutControlCharacters } from '#contract/control-characters';
import { isSecretName, maskSecrets } from '#core/system';
import { continuedLines, joinedLines } from './continued-lines.ts';

const mark = '***';
/** `ENV NAME some value`, the older form, whose value is the rest of the instruction. */
const oldForm = /^(\s*(?:ONBUILD\s+)?(?:ENV|LABEL)\s+["']?([A-Za-z_][\w.-]*)["']?\s+)\S.*$/is;
const keyStarts = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY/;
const keyEnds = /-----END [A-Z ]{0,30}PRIVATE KEY/;

/** More than the lines of one step have that somebody reads. */
const maxCharacters = 4000;
/** Of the lines before secrets are masked, which makes them shorter. Masking more of a hostile file would take minutes. */
const maxRead = 16_000;

/** Lines of a Dockerfile as they may be shown and kept: at most 4,000 characters, secrets masked. */
export function maskLines(lines: readonly string[]): string {
  const read = firstLines(lines);
  const masked = continuedLines(withoutKeys(read)).map(maskInstruction).join('\n');
  // Once more, since some secrets, as those of a netrc file, are known by the lines around them.
  const text = withoutControlCharacters(maskSecrets(masked), '\n\t');
  const isWhole = read.length === lines.length && text.length <= maxCharacters;
  return isWhole ? text : `${text.slice(0, maxCharacters)}…`;
}

/** Whole lines: of a part of one, it is not known what is a secret. */
function firstLines(lines: readonly string[]): readonly string[] {
  let characters = 0;
  const end = lines.findIndex((line) => (characters += line.length + 1) > maxRead);
  return end < 0 ? lines : lines.slice(0, end);
}

function withoutKeys(lines: readonly string[]): string[] {
  let isKey = false;
  return lines.map((line) => {
    if (!isKey && !keyStarts.test(line)) return line;
    isKey = !keyEnds.test(line);
    return mark;
  });
}

/** In one line, if a secret in it is only known where its lines are joined, as the builder joins them. */
function maskInstruction(lines: readonly string[]): string {
  const joined = joinedLines(lines);
  const [, head, name = ''] = oldForm.exec(joined) ?? [];
  const masked = head !== undefined && isSecretName(name) ? head + mark : maskSecrets(joined);
  const apart = maskSecrets(lines.join('\n'));
  return joinedLines(apart.split('\n')) === masked ? apart : masked;
}
