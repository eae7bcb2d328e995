import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Permission } from './permissions.js';

export const ALLOW_METADATA = 'belfry:allow';

/** The route needs this permission, from the key's scopes or the person's role; or one of the others, where it names some. */
export function Allow(...permissions: readonly [Permission, ...Permission[]]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    SetMetadata(ALLOW_METADATA, permissions),
    ApiBearerAuth(),
    ApiExtension('x-permission', permissions.length === 1 ? permissions[0] : permissions),
  );
}
