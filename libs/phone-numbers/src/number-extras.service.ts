import { Injectable } from '@nestjs/common';
import type { AgencyContext, Uuid } from '#libs/kernel';
import type { BlockedPage, BlockOutcome, BlockSubject, ConversationStarters, ShortLink } from '#libs/whatsapp';
import { NumberStepsService } from './number-steps.service.js';

const ALWAYS = () => true;

/** What a number has besides messages: links into a chat, people whom it does not hear, and what a chat offers to tap. */
@Injectable()
export class NumberExtrasService {
  constructor(private readonly steps: NumberStepsService) {}

  async shortLinks(ctx: AgencyContext, numberId: Uuid): Promise<ShortLink[]> {
    return this.steps.read(ctx, numberId, 'short-link', (client, subject) => client.shortLinks(subject));
  }

  /** With a code it changes the text of that link; what was printed stays valid. */
  async saveShortLink(ctx: AgencyContext, numberId: Uuid, prefilledMessage: string, code?: string): Promise<ShortLink> {
    let saved: ShortLink | undefined;
    await this.steps.take(ctx, numberId, {
      name: 'short-link',
      entryType: 'agency.number.short_link_saved',
      isDue: ALWAYS,
      ask: async (client, subject) => {
        saved = await client.saveShortLink(subject, prefilledMessage, code);
        return saved;
      },
      detail: (link) => ({ code: link.code, prefilledMessage: link.prefilledMessage }),
    });
    return saved as ShortLink;
  }

  async removeShortLink(ctx: AgencyContext, numberId: Uuid, code: string): Promise<void> {
    await this.steps.take(ctx, numberId, {
      name: 'short-link',
      entryType: 'agency.number.short_link_deleted',
      isDue: ALWAYS,
      ask: (client, subject) => client.removeShortLink(subject, code),
      detail: () => ({ code }),
    });
  }

  async blockedUsers(
    ctx: AgencyContext,
    numberId: Uuid,
    page: { limit: number; after?: string },
  ): Promise<BlockedPage> {
    return this.steps.read(ctx, numberId, 'block', (client, subject) => client.blockedUsers(subject, page));
  }

  /** Each person has an outcome of their own: Meta blocks only who wrote within 24 hours. The log has counts and nobody's number. */
  async block(ctx: AgencyContext, numberId: Uuid, people: readonly BlockSubject[]): Promise<BlockOutcome[]> {
    return this.changeBlocks(ctx, numberId, people, 'block');
  }

  async unblock(ctx: AgencyContext, numberId: Uuid, people: readonly BlockSubject[]): Promise<BlockOutcome[]> {
    return this.changeBlocks(ctx, numberId, people, 'unblock');
  }

  async starters(ctx: AgencyContext, numberId: Uuid): Promise<ConversationStarters> {
    return this.steps.read(ctx, numberId, 'starters', (client, subject) => client.conversationStarters(subject));
  }

  async changeStarters(
    ctx: AgencyContext,
    numberId: Uuid,
    starters: ConversationStarters,
  ): Promise<ConversationStarters> {
    await this.steps.take(ctx, numberId, {
      name: 'starters',
      entryType: 'agency.number.starters_changed',
      isDue: ALWAYS,
      ask: (client, subject) => client.changeConversationStarters(subject, starters),
      detail: () => ({ prompts: starters.prompts.length, commands: starters.commands.length }),
    });
    return this.starters(ctx, numberId);
  }

  private async changeBlocks(
    ctx: AgencyContext,
    numberId: Uuid,
    people: readonly BlockSubject[],
    what: 'block' | 'unblock',
  ): Promise<BlockOutcome[]> {
    let outcomes: BlockOutcome[] = [];
    await this.steps.take(ctx, numberId, {
      name: what,
      entryType: what === 'block' ? 'agency.number.people_blocked' : 'agency.number.people_unblocked',
      isDue: ALWAYS,
      ask: async (client, subject) => {
        outcomes = await (what === 'block' ? client.blockUsers(subject, people) : client.unblockUsers(subject, people));
      },
      detail: () => ({
        people: outcomes.filter(({ error }) => error === null).length,
        failed: outcomes.filter(({ error }) => error !== null).length,
      }),
    });
    return outcomes;
  }
}
