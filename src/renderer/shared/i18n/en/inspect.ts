/** Looking into a program that is not recorded. */
export const inspect = {
  title: 'Inspect a program',
  path: 'The program’s path',
  action: 'Inspect',
  record: 'Record in the history',
  recorded: 'Recorded as {{id}}',
  another: 'Another program…',
  noPath: 'A browser does not tell a page where {{name}} is. Type its path.',
  release: '{{name}} is the archive of a Go release. `burrow install --from FILE` installs it.',
  several: 'Drop one program at a time.',
};
