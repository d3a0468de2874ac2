import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { withoutControlCharacters } from '#contract/control-characters';
import { formatByteChange, formatBytes } from '#contract/units';
import { useLocale } from '#ui/use-locale.ts';
import { partWord } from '../parts/part-word.ts';
import { changeOf, type ProgramPart } from '#contract/report/program-tree';

/** Hook: the short name of a part inside of `within`, its size, and its change: `+12 kB`, `new`, or nothing. */
export function usePartWords(within: ProgramPart | null): (part: ProgramPart) => {
  name: string;
  size: string;
  change: string;
} {
  const { t } = useTranslation();
  const locale = useLocale();
  return useCallback(
    (part) => {
      const change = changeOf(part);
      const prefix = within ? `${within.name}/` : '';
      const name = prefix !== '' && part.name.startsWith(prefix) ? part.name.slice(prefix.length) : part.name;
      return {
        // A canvas draws characters that change the direction of text.
        name: partWord(part.kind, part.name, t) ?? withoutControlCharacters(name),
        size: formatBytes(part.bytes, locale),
        change:
          part.before === null ? t('builds.comparison.new') : change ? formatByteChange(change, locale) : '',
      };
    },
    [within, t, locale],
  );
}
