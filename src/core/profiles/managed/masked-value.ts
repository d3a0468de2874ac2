import { isGoVariable } from '#contract/go-variables';
import { maskSecrets } from '#core/system';

/** The value of a variable as it may be shown: where someone's own name says that it is a secret, nothing of it. */
export function maskedValue(name: string, value: string): string {
  // GOAUTH names a way to log in.
  const isSecret = !isGoVariable(name) && maskSecrets(`${name}=x`) !== `${name}=x`;
  return isSecret && value !== '' ? '***' : maskSecrets(value);
}
