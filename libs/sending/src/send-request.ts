import type { Recipient } from '#libs/contacts';
import type { RequestOrigin, Uuid } from '#libs/kernel';
import type { TemplateParts, TemplateVariables } from '#libs/templates';
import type { FreeFormByKind } from './content/free-form.js';
import type { REQUESTABLE_LANES } from './lanes.js';
import type { MessageState } from './message-state.js';

/** The template to send and what fills it. */
export interface WantedContent extends TemplateParts {
  readonly name: string;
  readonly language?: string;
  readonly variables: TemplateVariables;
}

/** What a department asks to be sent: exactly one content, a template or one of the free forms. */
export interface SendRequest extends Partial<FreeFormByKind> {
  readonly recipient: Recipient;
  readonly purpose: string;
  readonly template?: WantedContent;
  /** The message of the citizen that this one answers. */
  readonly replyTo?: Uuid;
  /** Language of the contact when the template names none. */
  readonly language?: string;
  readonly reference?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly numberId?: Uuid;
  readonly sendAt?: Date;
  readonly expiresAt?: Date;
  /** Life from the moment at which it may leave, instead of `expiresAt`. */
  readonly ttlSeconds?: number;
  /** Leaves also in quiet hours; somebody said why. */
  readonly overrideQuietHours?: { readonly reason: string };
  /** The department that answers for it, when that is not the one of the key. */
  readonly departmentId?: Uuid;
  /** The message that this one repeats. */
  readonly resendOf?: Uuid;
  /** The request that asked for it, when it is accepted together with others. */
  readonly origin?: RequestOrigin;
  readonly lane?: (typeof REQUESTABLE_LANES)[number] | 'alert';
}

export interface AcceptedMessage {
  readonly id: Uuid;
  readonly state: MessageState;
  readonly acceptedAt: Date;
  /** When it may leave, if that is later. */
  readonly sendAt?: Date;
  readonly reference?: string;
}
