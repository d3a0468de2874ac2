import { en as words } from '#contract/words/en';

export const history = {
  help: {
    summary: 'list the recorded builds, newest first',
    project: 'only builds of this project folder',
    limit: 'show at most this many builds',
    log: 'show the end of the log of this build, if it failed',
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
  statusName: words.buildStatus,
};
