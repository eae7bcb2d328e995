/**
 * An action that cannot be put on record as it stands. It is a mistake of ours and not of a caller, so it is no
 * DomainError: the transaction fails, because there is no action without its entry.
 */
export class AuditRecordError extends Error {
  constructor(
    readonly field: string,
    problem: string,
  ) {
    super(`audit entry: ${field} ${problem}`);
    this.name = 'AuditRecordError';
  }
}
