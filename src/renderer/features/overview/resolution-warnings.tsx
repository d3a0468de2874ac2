import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { folderName, useHome } from '#shared/projects/index.ts';
import { usePin } from '#shared/versions/index.ts';
import { decidingCandidate } from '#contract/broken-candidate';
import { describeFailure } from '#contract/failure';
import type { Resolution } from '#contract/switching';
import { Button } from '#ui/button.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { tildePath } from '#ui/path.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** What may surprise in a resolution although a Go runs: a pin outside the repository, a stale GOROOT. */
export function ResolutionWarnings({ resolution }: { resolution: Resolution }): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const { warnings, outsideRepository } = resolution;
  if (warnings.length === 0 && outsideRepository === null) return null;
  return (
    <ul
      aria-label={t('overview.warnings')}
      className="mt-3 divide-y divide-line-2 rounded-control bg-warn-soft py-1 pr-1.5 pl-3"
    >
      {outsideRepository === null ? null : (
        <OutsideRepository resolution={resolution} repository={outsideRepository} />
      )}
      {warnings.map((warning) => {
        const { message, hint } = describeFailure(warning, locale);
        return (
          <Warning key={warning.code} message={message}>
            {hint}
          </Warning>
        );
      })}
    </ul>
  );
}

/** The pin that decides is above the repository; a button writes it into the repository. */
function OutsideRepository({
  resolution,
  repository,
}: {
  resolution: Resolution;
  /** Its top folder. */
  repository: string;
}): ReactElement | null {
  const { t } = useTranslation();
  const home = useHome();
  const pin = usePin();
  const deciding = decidingCandidate(resolution);
  if (deciding?.wanted == null) return null;
  const { file, line, wanted } = deciding;
  const place = line === null ? tildePath(file, home) : `${tildePath(file, home)}:${line}`;
  return (
    <Warning
      message={t('overview.outsideRepository', { place, repository: tildePath(repository, home) })}
      action={
        <Button disabled={pin.isPending} onClick={() => pin.mutate({ version: wanted, project: repository })}>
          {t('overview.pinIn', { version: wanted, folder: folderName(repository) })}
        </Button>
      }
    >
      {t('overview.outsideRepositoryHint')}
    </Warning>
  );
}

function Warning({
  message,
  action,
  children,
}: {
  message: string;
  action?: ReactNode;
  /** What follows from it, or what to do. */
  children: string;
}): ReactElement {
  return (
    <li className="flex items-start gap-x-2.5 py-1.5">
      <TriangleAlert size={15} aria-hidden className="mt-0.5 shrink-0 text-warn" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2.5 gap-y-1.5">
        <div className="min-w-0 flex-1 basis-48 wrap-anywhere">
          <p className="font-medium">
            <InlineText text={message} />
          </p>
          <p className="text-muted">
            <InlineText text={children} />
          </p>
        </div>
        {action}
      </div>
    </li>
  );
}
