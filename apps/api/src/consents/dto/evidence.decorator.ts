import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { Text } from '#libs/http';

const MAX_LENGTH = 4000;

/** What proves a choice, as text or as an object of the caller's own; an object is kept as its JSON. */
export function Evidence(): PropertyDecorator {
  return applyDecorators(
    Text({
      max: MAX_LENGTH,
      description: 'What proves it: a form, a recording, the wording shown',
      oneOf: [
        { type: 'string', minLength: 1, maxLength: MAX_LENGTH },
        { type: 'object', additionalProperties: true },
      ],
    }),
    // class-transformer begins with the last, so that the text that comes of an object is measured like any other.
    Transform(({ value, key, obj }) => asText((obj as Record<string, unknown>)[key], value)),
  );
}

function asText(raw: unknown, value: unknown): unknown {
  const isObject = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  return isObject ? JSON.stringify(raw) : value;
}
