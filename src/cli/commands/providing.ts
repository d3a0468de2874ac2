import { failure, isFailure } from '#contract/failure';
import type { InstallProgress } from '#contract/install-progress';
import { drain } from '#contract/streams';
import type { Host } from '../host.ts';
import { showProgress } from '../output/progress.ts';
import { remarkWarnings } from '../output/warnings.ts';

/**
 * Runs a stream that may install a missing Go first, and shows the install on stderr. Cancelling during the install
 * fails with switching.install-cancelled.
 */
export async function showInstall<Event, Result>(
  host: Host,
  stream: AsyncIterator<Event, Result>,
  installing: (event: Event) => InstallProgress | null,
  onEvent: (event: Event) => void = () => {},
): Promise<Result> {
  const shown = showProgress(host);
  let under = false;
  try {
    return await drain(stream, (event) => {
      const progress = installing(event);
      if (progress && !under) host.remark(host.text.install.onTheWay);
      if (!progress && under) shown.end();
      under = progress !== null;
      if (progress) {
        shown.update(progress);
        remarkWarnings(progress.warnings ?? [], host);
      }
      if (!progress) onEvent(event);
    });
  } catch (error) {
    throw under && isFailure(error, 'cancelled') ? failure('switching.install-cancelled', {}, error) : error;
  } finally {
    shown.end();
  }
}
