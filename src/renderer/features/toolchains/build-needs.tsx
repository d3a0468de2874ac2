import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useHome } from '#shared/projects/index.ts';
import { describeFailure } from '#contract/failure';
import type { SourceNeeds } from '#contract/toolchains';
import { InlineText } from '#ui/inline-text.tsx';
import { tildePath } from '#ui/path.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** The Go that would compile a version, or why it cannot be compiled. */
export function BuildNeeds({ needs: { bootstrap, because } }: { needs: SourceNeeds }): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const home = useHome();
  if (bootstrap) {
    const { version, path } = bootstrap;
    return (
      <p className="mt-4 break-words text-muted">
        {t('install.builtBy', { version, path: tildePath(path, home) })}
      </p>
    );
  }
  if (!because) return null;
  const { message, hint } = describeFailure(because, locale);
  return (
    <p role="status" className="mt-4 text-warn">
      <InlineText text={`${message} ${hint}`} />
    </p>
  );
}
