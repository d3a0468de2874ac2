export const otherShells = {
  ready: 'names Burrow’s folder',
  add: (profile: string) => `Burrow does not edit its profile. Add this at the end of ${profile}:`,
};
