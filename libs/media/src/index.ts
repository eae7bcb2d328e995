export { HeaderHandles } from './header-handles.service.js';
export { type InboundItem, InboundMediaService } from './inbound-media.service.js';
export { bodyBrokenOff, rangeNotSatisfiable, uploadFault } from './media.errors.js';
export {
  MEDIA_STATES,
  type Media,
  type MediaOrigin,
  type MediaState,
  type MessageMedia,
} from './media.js';
export { MediaModule } from './media.module.js';
export type { MediaFilter } from './media.repository.js';
export { type MediaDetails, MediaService, type WantedFile } from './media.service.js';
export type { FailedUpload } from './media-jobs.repository.js';
export { type LinkedFile, type MediaLink, MediaLinks } from './media-links.service.js';
export { MediaRetention } from './media-retention.service.js';
export { LARGEST_BYTES, MEDIA_KINDS, type MediaKind, ruleOf, type SendableKind } from './media-rules.js';
export { MediaUploads, type RemoteFile, type Upload } from './media-uploads.service.js';
export type { MediaUse, MediaUser } from './media-uses.repository.js';
export { MediaWorkModule } from './media-work.module.js';
export { MediaWork } from './media-work.service.js';
export { ProviderMediaService } from './provider-media.service.js';
