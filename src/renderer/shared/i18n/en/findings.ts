import { en as words } from '#contract/words/en';

export const findings = {
  title: 'Lines that fight with Burrow',
  hint: 'Lines of your profiles that other Gos come from. Burrow changes none of them unasked.',
  severity: { warning: 'changes what runs', note: 'for your information' },
  showEdit: 'Show the edit…',
  editTitle: 'Comment out {{place}}',
  editHint: 'The lines stay in the file, behind a mark. Undo takes the mark off again.',
  apply_one: 'Comment out {{count}} line',
  apply_other: 'Comment out {{count}} lines',
  applied: 'The lines are commented out',
  manager: words.goManager,
};
