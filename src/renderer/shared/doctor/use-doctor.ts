import { skipToken, useQuery } from '@tanstack/react-query';
import type { CheckReport, DoctorReport } from '#contract/doctor';
import { drain } from '#contract/streams';
import { client } from '#shared/client.ts';
import { useHome, useProject } from '#shared/projects/index.ts';
import { queries } from '#shared/queries.ts';
import { createStore } from '#shared/store.ts';

/** The start of the keys of the doctor's queries, for `refresh`. */
export const doctorKey = ['doctor'] as const;

/** What the checks of the examination that runs have given so far; empty: none runs. */
const arrived = createStore<readonly CheckReport[]>([]);

/** The reports of the examination that runs, in the order in which they came. */
export const useArrived = arrived.use;

/**
 * What the doctor finds on this machine and in the chosen project. All pages share one examination, since it starts
 * every shell: it is repeated when a page opens more than half a minute later, and not with every focus.
 */
export function useDoctor() {
  const home = useHome();
  const dir = useProject() ?? home;
  return useQuery({
    queryKey: [...doctorKey, dir],
    queryFn: dir === undefined ? skipToken : ({ signal }) => examine(dir, signal),
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  });
}

/** Stops the examination that runs. */
export function stopExamining(): void {
  void queries.cancelQueries({ queryKey: doctorKey });
}

async function examine(dir: string, signal: AbortSignal): Promise<DoctorReport> {
  arrived.set(() => []);
  try {
    const report = await drain<CheckReport, DoctorReport>(
      client.doctor.examine({ dir }, { signal }),
      (each) => {
        arrived.set((before) => [...before, each]);
      },
    );
    const says = report.findings.length > 0 || report.checks.some(({ unknown }) => unknown !== null);
    // What the sentences are, describeFailure knows only from then on; the first page does without.
    if (says) await import('#contract/doctor-failures');
    return report;
  } finally {
    arrived.set(() => []);
  }
}
