import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoPlace } from '#contract/consistency';
import { describeFailure } from '#contract/failure';
import { useHome } from '#shared/projects/index.ts';
import { InlineText } from '#ui/inline-text.tsx';
import { tildeText } from '#ui/path.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { headlineOf, namelessOf } from './headline.ts';

/** What runs in a login shell, where new terminals start none, and in apps; without those that nobody can know. */
export function OtherPlaces({ places }: { places: readonly GoPlace[] }): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const home = useHome();
  const known = places.filter(({ found }) => found !== null);
  if (known.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-1 text-sm">
      {known.map((place) => {
        const { is, version, problem } = headlineOf(place);
        const name = t(place.mode === 'desktop' ? 'overview.health.apps' : 'overview.health.loginShell');
        const runs = version ?? t(`overview.health.${namelessOf(is)}`);
        const said = problem && describeFailure(problem, locale);
        return (
          <li key={place.mode} className="wrap-anywhere text-muted">
            {name}: <span className={is === 'selected' ? 'num' : 'num text-warn'}>{runs}</span>
            {said ? (
              <details className="inline-block">
                <summary className="ml-2 cursor-pointer text-accent">{t('overview.health.why')}</summary>
                <p className="max-w-[72ch]">
                  <InlineText text={tildeText(`${said.message} ${said.hint}`, home)} />
                </p>
              </details>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
