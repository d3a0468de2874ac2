import type { CheckReport, DoctorReport } from '#contract/doctor';
import { drain } from '#contract/streams';
import type { Host } from '../host.ts';
import { showTick } from '../output/tick.ts';

/** Runs all checks, with progress on stderr, and loads what the findings say. */
export async function examine(host: Host, dir: string): Promise<DoctorReport> {
  const { doctor: text } = host.text;
  // The sentences come with the checks, since no other command needs them.
  const [stream] = await Promise.all([
    host.client.doctor.examine({ dir }, { signal: host.signal }),
    import('#contract/doctor-failures'),
  ]);
  const tick = showTick();
  let done = 0;
  return drain<CheckReport, DoctorReport>(stream, () => {
    done += 1;
    tick.update(text.running(done));
  }).finally(tick.end);
}
