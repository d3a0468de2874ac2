import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatByteChange } from '#contract/units';
import { useLocale } from '#ui/use-locale.ts';
import { partWord } from '../parts/part-word.ts';
import { changeOf, type ProgramPart } from '../parts/program-tree.ts';

/** Hook: the short name of a part inside of `within`, and its change: `+12 kB · new`. */
export function usePartWords(
  within: ProgramPart | null,
): (part: ProgramPart) => { name: string; change: string } {
  const { t } = useTranslation();
  const locale = useLocale();
  return useCallback(
    (part) => {
      const change = changeOf(part);
      const prefix = within ? `${within.name}/` : '';
      return {
        name:
          partWord(part.kind, part.name, t) ??
          (prefix !== '' && part.name.startsWith(prefix) ? part.name.slice(prefix.length) : part.name),
        change:
          change === undefined
            ? ''
            : [formatByteChange(change, locale), part.before === null ? t('builds.comparison.new') : null]
                .filter(Boolean)
                .join(' · '),
      };
    },
    [within, t, locale],
  );
}
