import { Injectable } from '@nestjs/common';
import { ProviderChoices } from '#libs/consent';
import { UserIdNews } from '#libs/contacts';
import { platformContext } from '#libs/kernel';
import { AccountNews, NumberNews } from '#libs/phone-numbers';
import { InboundMessagesService, MessageStatusService } from '#libs/sending';
import { TemplateNewsService } from '#libs/templates';
import type { NumberChanges, WebhookListener } from '#libs/webhooks';
import {
  isTemplateEvent,
  type PreferenceEvent,
  readWebhookEvents,
  type UserIdEvent,
  type WebhookChange,
} from '#libs/whatsapp';

/** Who hears of which changes. What citizens say comes first, so that a STOP acts before anything else of the same body. */
@Injectable()
export class WebhookListeners {
  constructor(
    private readonly inbound: InboundMessagesService,
    private readonly choices: ProviderChoices,
    private readonly userIds: UserIdNews,
    private readonly statuses: MessageStatusService,
    private readonly numbers: NumberNews,
    private readonly account: AccountNews,
    private readonly templates: TemplateNewsService,
  ) {}

  list(): WebhookListener[] {
    return [...this.ofCitizens(), ...this.ofAccounts()];
  }

  private ofCitizens(): WebhookListener[] {
    return [
      {
        name: 'inbound-messages',
        hear: (ctx, { number, changes, receivedAt }) =>
          this.inbound.record(ctx, { number, receivedAt }, messagesIn(changes), contactsIn(changes)),
      },
      {
        name: 'provider-choices',
        // On the sandbox number anybody can act as any citizen; that must not change what live messages may do.
        hear: async (ctx, { number, changes }) => {
          if (number.mode === 'live') await this.choices.apply(ctx, number, preferencesIn(changes));
        },
      },
      {
        name: 'user-ids',
        hear: (ctx, { number, changes }) => this.userIds.apply(ctx, number.portfolioId, userIdsIn(changes)),
        hearAccount: (ctx, { changes }) => this.userIds.apply(ctx, undefined, userIdsIn(changes)),
      },
      {
        name: 'message-statuses',
        hear: (ctx, { number, changes, receivedAt }) =>
          this.statuses.apply(ctx, { numberId: number.id, receivedAt }, statusesIn(changes)),
      },
    ];
  }

  private ofAccounts(): WebhookListener[] {
    return [
      {
        name: 'number-news',
        hearAccount: (ctx, { wabaId, changes }) => this.numbers.hear(ctx, wabaId, changes),
      },
      {
        name: 'account-news',
        hear: (ctx, { number, changes, receivedAt }: NumberChanges) =>
          this.account.hear(ctx, { wabaId: number.wabaId, numberId: number.id, receivedAt }, changes),
        hearAccount: (ctx, { wabaId, changes, receivedAt }) =>
          this.account.hear(ctx, { wabaId, numberId: null, receivedAt }, changes),
        hearElsewhere: ({ wabaId, changes, receivedAt }) =>
          this.account.hear(platformContext(), { wabaId, numberId: null, receivedAt }, changes),
      },
      {
        name: 'template-news',
        hearAccount: (ctx, { wabaId, changes }) =>
          this.templates.hear(ctx, wabaId, changes.flatMap(readWebhookEvents).filter(isTemplateEvent)),
      },
    ];
  }
}

const messagesIn = (changes: readonly WebhookChange[]) => changes.flatMap(({ messages }) => messages);
const contactsIn = (changes: readonly WebhookChange[]) => changes.flatMap(({ contacts }) => contacts);
const statusesIn = (changes: readonly WebhookChange[]) => changes.flatMap(({ statuses }) => statuses);

function preferencesIn(changes: readonly WebhookChange[]): PreferenceEvent[] {
  const found = changes.filter(({ field }) => field === 'user_preferences').flatMap(readWebhookEvents);
  return found.filter((event): event is PreferenceEvent => event.kind === 'citizen.preference');
}

function userIdsIn(changes: readonly WebhookChange[]): UserIdEvent[] {
  const found = changes.filter(({ field }) => field === 'user_id_update').flatMap(readWebhookEvents);
  return found.filter((event): event is UserIdEvent => event.kind === 'citizen.user-id');
}
