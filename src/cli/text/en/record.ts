export const record = {
  help: {
    summary: 'add a program that is already built to the history',
  },
};
