import { en as words } from '#contract/words/en';

export const history = {
  help: {
    summary: 'list the recorded builds, newest first',
    project: 'only builds of this project folder',
    limit: 'show at most this many builds',
    log: 'show the end of the log of this build, if it failed',
    restore: 'list the backups of the history, or bring one back',
    backup: 'the backup to bring back, by its name',
  },
  id: 'Id',
  when: 'When',
  subject: 'What',
  go: 'Go',
  target: 'Target',
  size: 'Size',
  change: 'Change',
  time: 'Time',
  status: 'Status',
  empty: 'Nothing is recorded yet. Run `burrow build ./cmd/…` in a project.',
  noLog: (id: string) => `There is no log of ${id}: logs are kept only for failed builds.`,
  more: (shown: number, total: number) => `Showing ${shown} of ${total}; use --limit to see more.`,
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
