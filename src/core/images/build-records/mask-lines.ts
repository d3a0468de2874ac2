import { withoutControlCharacters } from '#contract/control-characters';
import { isSecretName, maskSecrets } from '#core/system';

const mark = '***';
/** `ENV NAME some value`, the older form, whose value is the rest of the line. */
const oldEnv = /^(\s*ENV\s+([A-Za-z_][\w.-]*)[ \t]+)(?![\w.-]*=)(\S.*)$/i;
const keyStarts = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY/;
const keyEnds = /-----END [A-Z ]{0,30}PRIVATE KEY/;

/** More than the lines of one step have that somebody reads. */
const maxCharacters = 4000;

/** Lines of a Dockerfile as they may be shown and kept: at most 4,000 characters, secrets masked. */
export function maskLines(lines: readonly string[]): string {
  let isKey = false;
  const masked = lines.map((line) => {
    if (isKey || keyStarts.test(line)) {
      isKey = !keyEnds.test(line);
      return mark;
    }
    return line.replace(oldEnv, (whole, head: string, name: string) =>
      isSecretName(name) ? `${head}${mark}` : whole,
    );
  });
  const text = withoutControlCharacters(maskSecrets(masked.join('\n')), '\n\t');
  return text.length > maxCharacters ? `${text.slice(0, maxCharacters)}…` : text;
}
