import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Permission } from './permissions.js';

export const ALLOW_METADATA = 'belfry:allow';

/** The route needs this permission, from the key's scopes or the person's role. */
export function Allow(permission: Permission): MethodDecorator & ClassDecorator {
  return applyDecorators(
    SetMetadata(ALLOW_METADATA, permission),
    ApiBearerAuth(),
    ApiExtension('x-permission', permission),
  );
}
