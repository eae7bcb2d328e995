import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import { Clock, type Uuid } from '#libs/kernel';
import { groupBy } from './group-by.js';
import type { Choice } from './opt-out-plan.js';
import { OptOutsService } from './opt-outs.service.js';
import { type Keyword, stopKeyword } from './stop-keyword.js';

/** A text that a citizen wrote. */
export interface InboundText {
  readonly contactId: Uuid;
  readonly text: string;
  readonly at: Date;
  readonly wamid: string;
}

export interface AppliedKeyword {
  readonly contactId: Uuid;
  readonly wamid: string;
  readonly keyword: Keyword;
  /** False when there was nothing to stop or to start; then there is nothing to confirm either. */
  readonly changed: boolean;
}

type FoundKeyword = Omit<AppliedKeyword, 'changed'> & { readonly at: Date };

const LAST_MS_OF_SECOND = 999;

/** Acts on the STOP and START of citizens, in the order in which each of them wrote. */
@Injectable()
export class KeywordsService {
  constructor(
    private readonly optOuts: OptOutsService,
    private readonly clock: Clock,
  ) {}

  /** The messages that are a keyword and whether they changed anything. Repeating a message changes nothing. */
  async applyKeywords(
    tx: AgencyTx,
    number: { readonly id: Uuid },
    messages: readonly InboundText[],
  ): Promise<AppliedKeyword[]> {
    const now = this.clock.now();
    const found = messages
      .flatMap((message) => keywordOf(message, now))
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    const byContact = [...groupBy(found, ({ contactId }) => contactId).values()];
    const applied: AppliedKeyword[] = [];
    for (let turn = 0; byContact.some((own) => own.length > turn); turn++) {
      const round = byContact.flatMap((own) => own[turn] ?? []);
      applied.push(...(await this.applyRound(tx, number, round)));
    }
    return applied;
  }

  /** At most one keyword of each person, so that a batch needs as many rounds as one person wrote keywords. */
  private async applyRound(
    tx: AgencyTx,
    number: { readonly id: Uuid },
    round: readonly FoundKeyword[],
  ): Promise<AppliedKeyword[]> {
    const choices = (keyword: Keyword) =>
      round.filter((one) => one.keyword === keyword).map((one) => choiceOf(one, number.id));
    const stopped = await this.optOuts.stop(tx, choices('stop'));
    const started = await this.optOuts.start(tx, choices('start'));
    return round.map(({ contactId, wamid, keyword }) => {
      return { contactId, wamid, keyword, changed: (keyword === 'stop' ? stopped : started).has(contactId) };
    });
  }
}

function keywordOf({ contactId, text, at, wamid }: InboundText, now: Date): FoundKeyword[] {
  const keyword = stopKeyword(text);
  return keyword ? [{ contactId, wamid, keyword, at: spokenAt(at, now) }] : [];
}

/**
 * WhatsApp tells whole seconds, so a STOP would seem older than a grant that was given earlier within the same second.
 * It counts from the end of its second, yet never from a moment that has not come.
 */
function spokenAt(at: Date, now: Date): Date {
  const endOfSecond = Math.floor(at.getTime() / 1000) * 1000 + LAST_MS_OF_SECOND;
  return new Date(Math.min(endOfSecond, now.getTime()));
}

function choiceOf({ contactId, at }: FoundKeyword, numberId: Uuid): Choice {
  return { contactId, method: 'whatsapp_keyword', at, numberId };
}
