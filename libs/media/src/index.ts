export { HeaderHandles } from './header-handles.service.js';
export { type InboundItem, InboundMediaService } from './inbound-media.service.js';
export {
  MEDIA_STATES,
  type Media,
  type MediaOrigin,
  type MediaState,
  type MessageMedia,
} from './media.js';
export { MediaModule } from './media.module.js';
export { type MediaDetails, MediaService } from './media.service.js';
export type { FailedUpload } from './media-jobs.repository.js';
export { MEDIA_KINDS, type MediaKind, type SendableKind } from './media-rules.js';
export type { MediaUse, MediaUser } from './media-uses.repository.js';
export { ProviderMediaService } from './provider-media.service.js';
