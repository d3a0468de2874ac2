export const otherShells = {
  title: 'Other shells',
  hint: 'Burrow does not edit the profiles of these. Add the line at the end of the file yourself.',
  ready: 'names Burrow’s folder',
};
