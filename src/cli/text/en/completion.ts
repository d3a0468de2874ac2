export const completion = {
  help: {
    summary: 'print the script that completes `burrow` in a shell',
    shell: 'the shell that the script is for',
  },
};
