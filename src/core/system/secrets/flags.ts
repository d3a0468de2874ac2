import { mark } from './mark.ts';
import { isPlainValue, isSecretName } from './names.ts';
import { replaceValues, valueEnd } from './values.ts';

/** `--password `, `"--password", `: a flag whose value is the next word. */
const flag = /(?<![\w-])--?([A-Za-z][\w-]*)(?:\\{0,3}["'],?[ \t]*|[ \t]+)(?=\S)/g;

/** `-u name:password` of curl and wget. */
const user = /(?<=(?:curl|wget)[^\n]{0,400}\s)(-u|--user|-U|--proxy-user)([ \t=]+["']?)([^\s:"']+):[^\s"']+/g;

/** `-p password` of programs that log in, and `-ppassword` of MySQL's. */
const login =
  /\b((?:sshpass|(?:docker|podman|nerdctl|helm|crane)(?: registry)? login)\b[^\n]{0,200}?\s-p[ =]?|(?:mysql|mysqldump|mariadb)\b[^\n]{0,200}?\s-p)["']?[^\s"']+/g;

/** Words after which a flag is spoken of, and not used. */
const prose =
  /^["'`(<[]?(?:to|is|are|or|and|for|in|with|without|as|flag|option|value|was|must|may|can|cannot|could|not|has|requires?|should|expects?|needs?|of|if|when|on|from|given|set|<.*)(?![\w])/i;

/** Masks the values of flags such as `--password` that are written as the next word. */
export function maskFlagValues(text: string): string {
  const masked = replaceValues(
    text,
    flag,
    (found, start) => {
      if (!isSecretName(found[1] ?? '') || /[-|&;)]/.test(text[start] ?? '')) return start;
      return valueEnd(text, start, null, ']');
    },
    (_, value) => (isPlainValue(value) || prose.test(value) ? null : mark),
  );
  return masked.replaceAll(user, `$1$2$3:${mark}`).replaceAll(login, `$1${mark}`);
}
