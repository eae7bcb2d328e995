import { SetMetadata } from '@nestjs/common';

export const PUBLIC_METADATA = 'belfry:public';

/** The route answers without authentication. */
export function Public(): MethodDecorator & ClassDecorator {
  return SetMetadata(PUBLIC_METADATA, true);
}
