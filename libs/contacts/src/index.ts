export type { Contact, NewContact } from './contact.js';
export type { MergeListener } from './contact-merger.js';
export { ContactsModule } from './contacts.module.js';
export { ContactsService } from './contacts.service.js';
export type { IdentityKind } from './identity.js';
export { maskPhone, phoneOfWaId } from './phone.js';
export type {
  Addressee,
  ChangedPerson,
  ContactMerge,
  InboundBatch,
  InboundSender,
  KnownContact,
  Recipient,
  SeenIdentities,
  SuppressionSubject,
} from './recipient.js';
export { UserIdNews } from './user-id-news.service.js';
