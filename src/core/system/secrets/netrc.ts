import { mark } from './mark.ts';

/** `machine host login name password secret`, in any order and over several lines. */
const passwords = /(?<=^|\s)(password|account)([ \t]+)(?!\*)(\S+)/g;

/** Masks the passwords of a .netrc file. */
export function maskNetrc(text: string): string {
  if (!/\b(?:machine|login|password)[ \t]/.test(text)) return text;
  return text
    .split('\n')
    .map((line) => (isNetrc(line) ? line.replaceAll(passwords, `$1$2${mark}`) : line))
    .join('\n');
}

function isNetrc(line: string): boolean {
  return (
    /(?:^|\s)machine[ \t]+\S+[ \t]+(?:login|password|account)[ \t]/.test(line) ||
    /(?:^|\s)login[ \t]+\S+[ \t]+(?:password|account)[ \t]/.test(line) ||
    /^\s*(?:password)[ \t]+\S+\s*$/.test(line)
  );
}
