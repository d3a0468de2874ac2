import { en as words } from '#contract/words/en';

export const findings = {
  title: 'Lines that conflict with Burrow',
  hint: 'Lines of your profiles that bring in another Go. Burrow changes none of them unless you ask.',
  severity: { warning: 'changes what runs', note: 'for your information' },
  showEdit: 'Show the edit…',
  editTitle: 'Comment out {{place}}',
  editHint: 'The lines stay in the file as comments. Undo restores them.',
  apply_one: 'Comment out {{count}} line',
  apply_other: 'Comment out {{count}} lines',
  applied: 'The lines are commented out',
  manager: words.goManager,
};
