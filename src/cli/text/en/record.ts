export const record = {
  help: {
    summary: 'put a program that is already built into the history',
  },
};
