import { useNavigate } from '@tanstack/react-router';
import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { startInstall } from '#shared/installs/index.ts';
import { overlays } from '#shared/overlays.ts';
import { folderName } from '#shared/projects/index.ts';
import { usePin } from '#shared/versions/index.ts';
import type { AvailableResult } from '#contract/toolchains';
import { releaseNotes } from '#contract/release-notes';
import { formatDay } from '#contract/units';
import { rosettaEnds } from '#contract/rosetta';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { cx } from '#ui/cx.ts';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { TextInput } from '#ui/field.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { useNow } from '#ui/use-now.ts';
import { BuildNeeds } from './build-needs.tsx';
import { installRequestOf, minorName, type Offer } from './choice.ts';
import { InstallOptions } from './install-options.tsx';
import { listedFrom } from './offer-sources.ts';
import { ReleaseList } from './release-list.tsx';
import { useInstallChoice } from './use-install-choice.ts';

/** Chooses a Go to install. The install then runs in the background, on any page. */
export function InstallDialog({
  version,
  pinIn,
}: {
  /** The initial search text. */
  version: string | undefined;
  /** The project in which the chosen version is pinned. */
  pinIn: string | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const search = useRef<HTMLInputElement>(null);
  const choice = useInstallChoice(version);
  const { offer, list, isHere } = choice;
  const pin = usePin();
  const navigate = useNavigate();
  const ready =
    offer !== undefined &&
    (pinIn !== undefined || !isHere) &&
    (choice.source !== 'url' || URL.canParse(choice.url.trim())) &&
    (choice.source !== 'source' || (choice.needs?.bootstrap ?? null) !== null);

  const install = (chosen: Offer) => {
    if (!isHere) {
      startInstall(
        installRequestOf({
          version: chosen.version,
          target: choice.namedTarget,
          source: choice.source,
          url: choice.url,
        }),
      );
    }
    overlays.close();
    if (pinIn !== undefined) pin.mutate({ version: chosen.version, project: pinIn });
    else void navigate({ to: '/toolchains' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (choice.keys.onKeyDown(event)) return;
    if (event.key === 'Enter' && offer && ready) {
      event.preventDefault();
      install(offer);
    }
  };

  return (
    <Dialog
      open
      onOpenChange={overlays.close}
      title={t('install.title')}
      description={t('install.description')}
      size="large"
      initialFocus={search}
      footer={
        <>
          {list.data ? <OriginNote result={list.data} /> : null}
          <Button onClick={overlays.close}>{t('common.cancel')}</Button>
          <Button variant="primary" disabled={!ready} onClick={() => offer && install(offer)}>
            {offer === undefined
              ? t('install.action')
              : isHere && pinIn !== undefined
                ? t('toolchains.pinHere', { project: folderName(pinIn) })
                : t(
                    choice.target?.runsAs === 'translated'
                      ? 'install.actionTranslated'
                      : 'install.actionVersion',
                    {
                      version: offer.version,
                    },
                  )}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)] gap-5 max-[700px]:grid-cols-1">
        <div className="min-w-0">
          <TextInput
            ref={search}
            icon={<Search size={14} aria-hidden />}
            aria-label={t('install.search')}
            placeholder={t('install.search')}
            className="w-full"
            value={choice.query}
            onChange={(event) => choice.setQuery(event.target.value)}
            onKeyDown={onKeyDown}
            {...choice.keys.inputProps}
          />
          <div className="mt-2 h-[308px] rounded-control border border-line">
            {list.error ? (
              <FailureNote error={list.error} onRetry={() => void list.refetch()} className="p-3.5" />
            ) : list.data === undefined ? (
              <ListSkeleton />
            ) : choice.offers.length === 0 ? (
              <p className="px-3.5 py-3 text-muted">{t('install.nothing', { query: choice.query })}</p>
            ) : (
              <ReleaseList offers={choice.offers} keys={choice.keys} onInstall={install} />
            )}
          </div>
          <label className="mt-2 flex items-center gap-2 text-muted select-none">
            <Checkbox checked={choice.every} onChange={(event) => choice.setEvery(event.target.checked)} />
            {t('install.every')}
          </label>
        </div>
        <div className="min-w-0">
          <InstallOptions
            targets={choice.targets}
            target={choice.target}
            isHere={isHere}
            onTarget={choice.setTarget}
            source={choice.source}
            onSource={choice.setSource}
            url={choice.url}
            onUrl={choice.setUrl}
          />
          {offer ? <About offer={offer} /> : null}
          {offer?.release?.target?.runsAs === 'translated' ? (
            <p className="mt-4 text-warn">
              {t('install.onlyTranslated')} {rosettaEnds[locale]}
            </p>
          ) : null}
          {offer?.release?.listedBy === 'proxy' && choice.source !== 'auto' && choice.source !== 'proxy' ? (
            <p className="mt-4 text-warn">{t('install.onlyProxy')}</p>
          ) : null}
          {choice.needs ? <BuildNeeds needs={choice.needs} /> : null}
          {offer?.release && choice.targets.length === 0 ? (
            <p className="mt-4 text-warn">{t('install.noBuild')}</p>
          ) : null}
          {pinIn === undefined || isHere ? null : (
            <p className="mt-4 text-muted">{t('install.pinToo', { project: folderName(pinIn) })}</p>
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** When the chosen version came out, and where to read what is new in it. */
function About({ offer: { version, release } }: { offer: Offer }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const day = release?.minorReleased;
  const notes = releaseNotes(version);
  return (
    <p className="mt-4 text-sm text-muted">
      {day
        ? `${t('install.released', { minor: minorName(version), date: formatDay(`${day}T12:00`, locale) })} `
        : null}
      <a
        href={notes}
        target="_blank"
        rel="noreferrer"
        title={notes}
        className="font-medium text-accent hover:underline"
      >
        {t('install.notes', { version })}
      </a>
    </p>
  );
}

/** Where the list of releases is from, as a warning if no place was asked now. */
function OriginNote({ result }: { result: AvailableResult }): ReactElement {
  const { t } = useTranslation();
  const isOfNow = result.origin === 'live' || result.proxy?.origin === 'live';
  return (
    <p
      className={cx(
        'mr-auto max-w-[400px] min-w-0 flex-1 basis-[200px] text-sm wrap-anywhere max-[700px]:max-w-none max-[700px]:basis-full',
        isOfNow ? 'text-muted' : 'text-warn',
      )}
    >
      {listedFrom(result, t, useLocale(), useNow())}
    </p>
  );
}

function ListSkeleton(): ReactElement {
  return (
    <div aria-busy>
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <div key={row} className="flex h-[34px] items-center justify-between px-3">
          <Skeleton className="w-20" />
          <Skeleton className="w-16" />
        </div>
      ))}
    </div>
  );
}
