import { mark } from './mark.ts';
import { maskSecrets } from './mask.ts';
import { isPlainValue, isSecretName } from './names.ts';

/** Masks the secrets in the words of a command: `['serve', '--token', 'abc']`, whose value is a word of its own. */
export function maskArguments(words: readonly string[]): string[] {
  return words.map((word, i) => {
    const flag = /^--?([A-Za-z][\w-]*)$/.exec(words[i - 1] ?? '')?.[1];
    const isValue = flag !== undefined && isSecretName(flag) && !word.startsWith('-');
    return isValue && !isPlainValue(word) ? mark : maskSecrets(word);
  });
}
