import type { Uuid } from '#libs/kernel';
import type { WantedFile } from '#libs/media';
import type { TemplateParts } from '#libs/templates';
import type { MessageContent } from '../message-content.js';
import type { FreeForm, Header, MediaKind, MediaSource } from './free-form.js';

/** A file that a message carries, and where in the request it stands. */
export interface PlacedMedia {
  readonly kind: MediaKind;
  readonly source: MediaSource;
  readonly field: string;
  readonly isVoice?: boolean;
}

/** Every file in a content, in order. */
export function mediaOf(content: FreeForm): PlacedMedia[] {
  switch (content.type) {
    case 'image':
      return [{ kind: 'image', source: content.image, field: 'image' }];
    case 'video':
      return [{ kind: 'video', source: content.video, field: 'video' }];
    case 'audio':
      return [{ kind: 'audio', source: content.audio, field: 'audio', isVoice: content.audio.voice }];
    case 'document':
      return [{ kind: 'document', source: content.document, field: 'document' }];
    case 'sticker':
      return [{ kind: 'sticker', source: content.sticker, field: 'sticker' }];
    case 'buttons':
      return inHeader(content.buttons.header, 'buttons.header');
    case 'linkButton':
      return inHeader(content.linkButton.header, 'linkButton.header');
    case 'flow':
      return inHeader(content.flow.header, 'flow.header');
    case 'addressRequest':
      return inHeader(content.addressRequest.header, 'addressRequest.header');
    case 'carousel':
      return content.carousel.cards.flatMap(({ header }, place) => inHeader(header, `carousel.cards.${place}.header`));
    default:
      return [];
  }
}

/** Every file in the parts of a template. */
export function mediaOfParts({ header, cards = [] }: TemplateParts): PlacedMedia[] {
  return [
    ...inHeader(header, 'template.header'),
    ...cards.flatMap((card, place) => inHeader(card.header, `template.cards.${place}.header`)),
  ];
}

function inHeader(header: Omit<Header, 'text'> | undefined, field: string): PlacedMedia[] {
  const { image, video, document } = header ?? {};
  return [
    ...(image ? [{ kind: 'image', source: image, field: `${field}.image` } as const] : []),
    ...(video ? [{ kind: 'video', source: video, field: `${field}.video` } as const] : []),
    ...(document ? [{ kind: 'document', source: document, field: `${field}.document` } as const] : []),
  ];
}

/** The files of the agency's library among these, and what each is to be sent as. */
export function libraryFiles(media: readonly PlacedMedia[]): WantedFile[] {
  return media.flatMap(({ kind, source, field, isVoice }) =>
    source.mediaId
      ? [{ mediaId: source.mediaId, kind: isVoice ? 'voice' : kind, field: `${field}.mediaId` } as const]
      : [],
  );
}

/** The files of the library in what a message says. */
export function libraryIdsOf(content: MessageContent): Uuid[] {
  if (content.type === 'inbound') return [];
  const media = content.type === 'template' ? mediaOfParts(content.template) : mediaOf(content);
  return libraryFiles(media).map(({ mediaId }) => mediaId);
}
