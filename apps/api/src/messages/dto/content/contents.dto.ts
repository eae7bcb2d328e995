import { Nested, OptionalField } from '#libs/http';
import { MESSAGE_LIMITS } from '#libs/whatsapp';
import { AddressRequestContentDto } from './address-request.dto.js';
import { ContactCardDto } from './contacts.dto.js';
import { FlowContentDto } from './flow.dto.js';
import {
  ButtonsContentDto,
  CarouselContentDto,
  LinkButtonContentDto,
  ListContentDto,
  RequestContentDto,
} from './interactive.dto.js';
import { LocationContentDto } from './location.dto.js';
import {
  AudioContentDto,
  DocumentContentDto,
  ImageContentDto,
  StickerContentDto,
  VideoContentDto,
} from './media.dto.js';
import { ReactionContentDto } from './reaction.dto.js';

/** What a message may say besides a template and a text, all inside the 24 hours after the citizen last wrote. */
export class ContentsDto {
  /** A picture: JPEG or PNG up to 5 MB. */
  @OptionalField()
  @Nested(() => ImageContentDto)
  image?: ImageContentDto;

  /** A film: MP4 or 3GP up to 16 MB. */
  @OptionalField()
  @Nested(() => VideoContentDto)
  video?: VideoContentDto;

  /** Sound: AAC, AMR, MP3, M4A or OGG with OPUS up to 16 MB. */
  @OptionalField()
  @Nested(() => AudioContentDto)
  audio?: AudioContentDto;

  /** A file: PDF, text or office document up to 100 MB. */
  @OptionalField()
  @Nested(() => DocumentContentDto)
  document?: DocumentContentDto;

  /** A sticker: WebP up to 100 KB, animated up to 500 KB. */
  @OptionalField()
  @Nested(() => StickerContentDto)
  sticker?: StickerContentDto;

  /** A place on the map. */
  @OptionalField()
  @Nested(() => LocationContentDto)
  location?: LocationContentDto;

  /** 1 to 257 cards of whom to get in touch with. */
  @OptionalField()
  @Nested(() => ContactCardDto, { listOf: MESSAGE_LIMITS.contacts })
  contacts?: ContactCardDto[];

  /** An emoji on something that the citizen wrote. */
  @OptionalField()
  @Nested(() => ReactionContentDto)
  reaction?: ReactionContentDto;

  /** A question with up to three buttons to answer it. */
  @OptionalField()
  @Nested(() => ButtonsContentDto)
  buttons?: ButtonsContentDto;

  /** A question with a list of up to ten answers. */
  @OptionalField()
  @Nested(() => ListContentDto)
  list?: ListContentDto;

  /** A text with a button that opens an address. */
  @OptionalField()
  @Nested(() => LinkButtonContentDto)
  linkButton?: LinkButtonContentDto;

  /** A form inside WhatsApp. */
  @OptionalField()
  @Nested(() => FlowContentDto)
  flow?: FlowContentDto;

  /** Asks where the citizen is. */
  @OptionalField()
  @Nested(() => RequestContentDto)
  locationRequest?: RequestContentDto;

  /** Asks for the citizen's phone number. */
  @OptionalField()
  @Nested(() => RequestContentDto)
  contactRequest?: RequestContentDto;

  /** Asks for a postal address; in India only. */
  @OptionalField()
  @Nested(() => AddressRequestContentDto)
  addressRequest?: AddressRequestContentDto;

  /** Two to ten cards side by side, each with a picture or a film. */
  @OptionalField()
  @Nested(() => CarouselContentDto)
  carousel?: CarouselContentDto;
}
