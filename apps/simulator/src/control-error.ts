/** A refusal of the control API: HTTP 400 with `{ error: { code, message, field? } }`. */
export class ControlError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly field?: string,
    readonly httpStatus = 400,
  ) {
    super(message);
    this.name = 'ControlError';
  }
}
