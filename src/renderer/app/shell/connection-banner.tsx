import Unplug from 'lucide-react/icons/unplug';
import { type ReactElement, useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { InlineText } from '#ui/inline-text.tsx';
import { connection } from '#shared/client.ts';
import { refresh } from '#shared/queries.ts';

/** Shows that the connection is lost or the session ended. When it is open again, everything on the screen is read again. */
export function ConnectionBanner(): ReactElement {
  const { t } = useTranslation();
  const state = useSyncExternalStore(connection.subscribe, connection.state);
  const wasLost = useRef(false);
  useEffect(() => {
    if (state === 'lost' || state === 'ended') wasLost.current = true;
    if (state === 'open' && wasLost.current) {
      wasLost.current = false;
      void refresh([]);
    }
  }, [state]);
  return (
    <div role="status">
      {state === 'lost' || state === 'ended' ? (
        <p className="flex items-center gap-2.5 border-b border-line bg-warn-soft px-8 py-2 text-warn max-[860px]:px-5">
          <Unplug size={15} aria-hidden className="shrink-0" />
          <span>
            <strong className="font-semibold">{t(`shell.${state}`)}</strong>{' '}
            <InlineText text={t(`shell.${state}Hint`)} />
            {state === 'lost' && location.port !== '' ? (
              <>
                {' '}
                <InlineText text={t('shell.lostCommand', { port: location.port })} />
              </>
            ) : null}
          </span>
        </p>
      ) : null}
    </div>
  );
}
