import { maskSecrets } from './mask.ts';

/** The value of a variable as it may be shown; where the name says that it is a secret, nothing of it is. */
export function maskedValue(name: string, value: string): string {
  const isSecret = maskSecrets(`${name}=x`) !== `${name}=x`;
  return isSecret && value !== '' ? '***' : maskSecrets(value);
}
