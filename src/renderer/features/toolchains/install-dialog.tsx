export function InstallDialog(_props: { version: string | undefined; pinIn: string | undefined }) {
  return null;
}
