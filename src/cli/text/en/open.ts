export const open = {
  help: {
    summary: 'open the Burrow app',
  },
};
