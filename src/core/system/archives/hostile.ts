import { withoutControlCharacters } from '#contract/control-characters';
import { type Failure, type FailureParams, failure } from '#contract/failure';

/** Why an archive entry was refused; the contract has a text for each reason. */
export type Hostility = FailureParams<'archive.hostile'>['reason'];

/** The failure for an entry that an honest archive would not have; thrown while unpacking. */
export function hostile(archive: string, entry: string, reason: Hostility): Failure {
  // The name comes from the archive: it must not control a terminal or fill the screen.
  const shown = withoutControlCharacters(entry);
  return failure('archive.hostile', {
    archive,
    entry: shown.length > 200 ? `${shown.slice(0, 200)}…` : shown,
    reason,
  });
}
