export const remove = {
  help: {
    summary: 'remove an installed Go version; of an adopted one only the link',
  },
  confirm: (version: string, users: string[], isDefault: boolean) =>
    `Remove ${version}${isDefault ? ', your default' : ''}${users.length > 0 ? `, used by ${users.join(', ')}` : ''}?`,
  done: (version: string, bytes: string) => `${version} is removed; ${bytes} are free again.`,
  forgotten: (version: string, from: string) => `${version} is forgotten; its files stay in ${from}.`,
  kept: 'Nothing was removed.',
};
