import type { RevealedSecret } from '#libs/callbacks';
import type { CallbackSecretDto } from './dto/callback-secret.dto.js';

export function toCallbackSecretDto({ scheme, current, previous }: RevealedSecret): CallbackSecretDto {
  return { signature: scheme, secret: current, previousSecret: previous };
}
