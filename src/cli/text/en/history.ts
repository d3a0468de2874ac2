import type { Locale } from '#contract/locale';
import { formatBytes } from '#contract/units';
import { en as words } from '#contract/words/en';

/** `1 build`, `2 builds`. */
const some = (count: number) => (count === 1 ? '1 build' : `${count} builds`);

export const history = {
  help: {
    summary: 'list the recorded builds, newest first',
    project: 'only builds of this project folder',
    limit: 'show at most this many builds',
    log: 'show the end of the log of this build, if it failed',
    sort: 'sort by this',
    reverse: 'reverse the order',
    after: 'continue where a list ended that said this',
    filter: {
      text: 'only builds with all these words in name, note, subject, branch or tag, or that begin the commit',
      kind: 'only programs or images',
      status: (all: string) => `only builds that ended so, one or more of ${all}`,
      subject: 'only builds of this subject, such as ./cmd/server',
      target: 'only builds for this target, such as linux/arm64',
      go: 'only builds with this Go version; 1.26: any release of it',
      branch: 'only builds of this branch',
      tag: 'only builds of this tag',
      flag: 'only builds with this flag, such as -race or -tags=dev',
      package: 'only programs that contain this package',
      since: 'only builds since this day (2026-11-01), moment, or age (12h, 7d, 2w)',
      until: 'only builds before this day, moment or age',
      pinned: 'only pinned builds',
    },
    pin: 'pin builds, which retention rules then keep',
    unpin: 'unpin builds',
    name: 'give a build a name; "" removes it',
    force: 'replace the file if it exists',
    note: 'write a note about a build; "" removes it',
    forget: 'remove builds from all lists: the named ones, or those that the options describe',
    restore: 'list the backups and forgotten builds, or bring back a backup or forgotten builds',
    restoreWhat:
      'Without an argument, the backups and what was forgotten are listed. Otherwise, name a backup, the ids of forgotten builds, or what `forget` and `thin` said when they ended.',
    thin: 'thin out old builds, after showing how many and how large they are',
    keepDays: 'keep all builds of the last n days; default: 30',
    period: 'of older ones keep the newest of each period in each series; default: week',
    dryRun: 'only show what would be forgotten',
    thinRules:
      'Pinned builds, builds of a tag and the newest build of each series are always kept. Older builds that failed have no series and are all forgotten. Forgotten builds are erased after 30 days; until then they can be restored.',
    export: 'write builds and what is known of their programs to a new file of JSON Lines',
    import: 'add the builds of such a file that are not in the history',
  },
  id: 'Id',
  when: 'When',
  subject: 'What',
  go: 'Go',
  /** Of an image whose programs were built by several. */
  goVersions: (count: number) => `${count} versions`,
  target: 'Target',
  size: 'Size',
  change: 'Change',
  time: 'Time',
  status: 'Status',
  empty: 'Nothing is recorded yet. Run `burrow build ./cmd/…` in a project.',
  noLog: (id: string) => `There is no log of ${id}: logs are kept only for failed builds.`,
  commit: 'Commit',
  pin: 'pinned',
  noneMatch: 'No builds match.',
  more: (shown: number, total: number, next: string) =>
    `Showing ${shown} of ${total}; use --limit to see more, or for the next ones: --after ${next}`,
  notAMoment: (option: string, given: string) =>
    `${option} must be a day such as 2026-11-01, an ISO 8601 time, or an age such as 12h, 7d or 2w, not "${given}".`,
  pinned: (ids: string) => `Pinned: ${ids}`,
  unpinned: (ids: string) => `No longer pinned: ${ids}`,
  named: (id: string, name: string | null) =>
    name === null ? `${id} has no name now.` : `${id} is now called "${name}".`,
  noted: (id: string, note: string | null) =>
    note === null ? `${id} has no note now.` : `Noted about ${id}.`,
  tooLong: {
    name: (max: number, given: number) => `A name has at most ${max} characters, not ${given}.`,
    note: (max: number, given: number) => `A note has at most ${max} characters, not ${given}.`,
  },
  askForget: (count: number) => `Forget ${some(count)}?`,
  askThin: 'Forget them?',
  plan: (count: number, kept: number, bytes: number, locale: Locale) =>
    count === 0
      ? `Nothing to forget: the rules keep all ${some(kept)}.`
      : `The rules forget ${some(count)}, about ${formatBytes(bytes, locale)} in the history, and keep ${kept}.`,
  forgotten: (count: number) => `Forgotten: ${some(count)}. After 30 days they are erased.`,
  forgetting: 'Forgetting builds',
  restoring: 'Restoring builds',
  cancelled: 'Cancelled; the other builds stay as they were.',
  forgottenAt: 'Forgotten',
  toBringBack: 'To bring them back',
  remembered: (count: number) =>
    count === 0 ? 'Nothing was restored: none of these builds is forgotten.' : `Restored: ${some(count)}.`,
  /** What was read of images is not exported. */
  withoutFiles: (count: number) =>
    `The files of ${count === 1 ? 'one image are' : `${count} images are`} not in it: record them again where you import it.`,
  exported: (count: number, path: string) => `Wrote ${some(count)} to ${path}.`,
  imported: (added: number, known: number) =>
    `Added ${some(added)}${known > 0 ? `; ${known} were in the history already` : ''}.`,
  damaged: (count: number, ids: string) =>
    `${count === 1 ? '1 build is damaged and cannot be shown' : `${count} builds are damaged and cannot be shown`}: ${ids}. \`burrow history restore\` lists the backups.`,
  damagedProjects: (count: number) =>
    `${count === 1 ? '1 project is' : `${count} projects are`} damaged and cannot be shown.`,
  backup: 'Backup',
  madeAt: 'Made',
  builds: 'Builds',
  lastBuild: 'Last build',
  unsound: 'partly damaged',
  unreadable: 'cannot be read',
  noBackups: 'There are no backups yet. One is made before the first change of a day.',
  howToRestore: (command: string) =>
    `To bring one back: ${command}. Newer builds that can be read stay, and it can be undone.`,
  restored: (name: string) => `The history was restored from ${name}.`,
  stayed: (count: number) =>
    count === 1
      ? '1 build that this backup does not have stayed.'
      : `${count} builds that this backup does not have stayed.`,
  undo: (command: string) => `To undo it: ${command}`,
  statusName: words.buildStatus,
  /** Of a recorded program; `when`: formatted. */
  built: { vcs: (when: string) => `commit of ${when}`, file: (when: string) => `file of ${when}` },
};
