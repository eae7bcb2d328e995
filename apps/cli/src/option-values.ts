/** A value that its option does not take. Commander prints the message after the name of the option. */
export class InvalidOption extends Error {
  /** By this code commander knows the mistake as the user's. */
  readonly code = 'commander.invalidArgument';
  readonly exitCode = 2;
}

export function wholeNumber(text: string, min: number, max: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw new InvalidOption(`It must be a whole number from ${min} to ${max}.`);
}

export function oneOf<T extends string>(text: string, allowed: readonly T[]): T {
  const value = allowed.find((one) => one === text);
  if (value === undefined) throw new InvalidOption(`It must be one of ${allowed.join(', ')}.`);
  return value;
}

/** @param option its name, for a value that is read after commander has let go of it */
export function listOf<T extends string>(option: string, text: string, allowed: readonly T[]): T[] {
  return text.split(',').map((part) => {
    const value = allowed.find((one) => one === part.trim());
    if (value !== undefined) return value;
    throw new InvalidOption(`${option}: "${part.trim()}" is none of ${allowed.join(', ')}.`);
  });
}

export function notEmpty(text: string): string {
  if (text.trim() === '') throw new InvalidOption('It must not be empty.');
  return text;
}

export function httpUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') throw new InvalidOption('It must be an http address.');
  return text.replace(/\/+$/, '');
}

export function emailAddress(text: string): string {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) throw new InvalidOption('It must be an e-mail address.');
  return text;
}
