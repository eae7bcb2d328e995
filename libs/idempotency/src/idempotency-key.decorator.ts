import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { idempotencyKeyInvalid, idempotencyKeyMissing } from './idempotency.errors.js';

export interface IdempotencyKeyOptions {
  readonly required: boolean;
}

const DESCRIPTION =
  'A text of your choice, at most 255 visible ASCII characters. The same key with the same body gives the stored answer for 24 hours and acts once.';

const KEY = /^[\x21-\x7e]{1,255}$/;

/** The checked `Idempotency-Key` header, or undefined when it is absent and not required. */
export function IdempotencyKey({ required }: IdempotencyKeyOptions): ParameterDecorator {
  const parameter = headerOf({ required });
  const documented = ApiHeader({ name: 'Idempotency-Key', required, description: DESCRIPTION });
  return (target, property, index) => {
    parameter(target, property, index);
    const descriptor = property && Object.getOwnPropertyDescriptor(target, property);
    if (descriptor) documented(target, property, descriptor);
  };
}

const headerOf = createParamDecorator(({ required }: IdempotencyKeyOptions, execution: ExecutionContext) => {
  const { headers } = execution.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>();
  return readIdempotencyKey(headers['idempotency-key'], required);
});

export function readIdempotencyKey(header: string | undefined, required: boolean): string | undefined {
  if (header === undefined || header === '') {
    if (required) throw idempotencyKeyMissing();
    return undefined;
  }
  if (!KEY.test(header)) throw idempotencyKeyInvalid();
  return header;
}
