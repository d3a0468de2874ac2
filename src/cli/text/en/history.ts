import { en as words } from '#contract/words/en';

export const history = {
  help: {
    summary: 'list the recorded builds, newest first',
    limit: 'at most this many',
    log: 'the end of the log of this build, if it failed',
  },
  id: 'Id',
  when: 'When',
  subject: 'What',
  go: 'Go',
  target: 'Target',
  size: 'Size',
  change: 'Change',
  time: 'Took',
  status: 'Status',
  empty: 'Nothing is recorded yet. Run `burrow build ./cmd/…` in a project.',
  noLog: (id: string) => `No log is kept of ${id}: only of builds that failed.`,
  more: (shown: number, total: number) => `${shown} of ${total}; more with --limit.`,
  statusName: words.buildStatus,
};
