import { DomainError } from '#libs/kernel';

/** Every failure here is ours or the operator's, never the caller's: 500, and an error line in the log. */
function cryptoError(code: string, detail: string): DomainError {
  return new DomainError(code, { httpStatus: 500, detail, logLevel: 'error' });
}

/** What made a sealed blob unreadable: its form, a key that is not there, or a tag that does not match. */
export type SealBreak = 'form' | 'key' | 'tag';

/**
 * A sealed blob that does not open: altered, moved to another row or agency, or its key is gone. It says where and why for
 * the log and nothing of the content.
 */
export class SealBrokenError extends DomainError {
  readonly reason: SealBreak;
  /** `table.column row-id` of the place that was read. */
  readonly place: string;

  constructor(reason: SealBreak, place: string, cause?: unknown) {
    super('seal-broken', { httpStatus: 500, detail: 'A stored value cannot be opened.', logLevel: 'error' });
    this.name = 'SealBrokenError';
    this.reason = reason;
    this.place = place;
    this.cause = cause;
  }
}

/** A place whose parts would run into each other in the authenticated data, or that names another agency than the keys. */
export function sealMisplaced(detail: string): DomainError {
  return cryptoError('seal-misplaced', detail);
}

export function dataKeyMissing(keyClass: string): DomainError {
  return cryptoError('data-key-missing', `This agency has no current key of the class ${keyClass}.`);
}

export function dataKeyUnknown(kid: number): DomainError {
  return cryptoError('data-key-unknown', `This agency has no readable key with the id ${kid}.`);
}

export function dataKeysNotMade(keyClasses: readonly string[]): DomainError {
  return cryptoError('data-keys-not-made', `Keys could not be stored for the classes ${keyClasses.join(', ')}.`);
}

export function wrappingKeyUnknown(keyId: string): DomainError {
  return cryptoError(
    'wrapping-key-unknown',
    `A data key is wrapped by the master key ${keyId}, which is not here. Put that key back beside the current one.`,
  );
}

export function wrappedKeyBroken(): DomainError {
  return cryptoError(
    'wrapped-key-broken',
    'A wrapped data key does not open: it was altered or the master key differs.',
  );
}

export function masterKeyInvalid(source: string, problem: string): DomainError {
  return cryptoError('master-key-invalid', `${source}: ${problem}`);
}

export function keyFileExposed(path: string, mode: number): DomainError {
  const shown = mode.toString(8).padStart(4, '0');
  return cryptoError(
    'key-file-exposed',
    `The key file ${path} has mode ${shown} and may be read by others. Run: chmod 600 ${path}`,
  );
}

export function keyFileUnreadable(path: string, cause: string): DomainError {
  return cryptoError('key-file-unreadable', `The key file ${path} cannot be read (${cause}).`);
}

export function keyFileUnwritable(path: string, cause: string): DomainError {
  return cryptoError('key-file-unwritable', `The key file ${path} cannot be written (${cause}).`);
}

export function keyFileExists(path: string): DomainError {
  return cryptoError(
    'key-file-exists',
    `The key file ${path} exists and is not overwritten: without it, all sealed data would be lost.`,
  );
}
