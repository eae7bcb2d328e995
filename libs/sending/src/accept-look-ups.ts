import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import type { KnownContact } from '#libs/contacts';
import type { AgencyTx } from '#libs/database';
import { DomainError, type Uuid } from '#libs/kernel';
import { MediaService } from '#libs/media';
import { PhoneNumbersService, type SendingNumber } from '#libs/phone-numbers';
import {
  checkParts,
  checkVariables,
  type SendableTemplate,
  TemplatesService,
  templateParameters,
  type WantedTemplate,
} from '#libs/templates';
import { libraryFiles } from './content/media-of.js';
import { mediaOfRequest } from './content/request-problems.js';
import { type Quotation, Quotations } from './quotations.service.js';
import type { SendRequest } from './send-request.js';

const DEFAULT_LANGUAGE = 'en';

/** What a request names, or why it may not. */
export type Found<T> = T | DomainError;

/** The numbers and templates that messages name, each looked up once, with a number of statements that is always the same. */
@Injectable()
export class AcceptLookUps {
  constructor(
    private readonly phoneNumbers: PhoneNumbersService,
    private readonly allTemplates: TemplatesService,
    private readonly allQuotations: Quotations,
    private readonly media: MediaService,
    private readonly env: Env,
  ) {}

  /** What each request answers or reacts to. */
  quotations(tx: AgencyTx, requests: readonly SendRequest[]): Promise<Found<Quotation | null>[]> {
    return this.allQuotations.of(tx, requests);
  }

  /** The number that each request leaves from: the one that it names, that of what it quotes, or the agency's first. One statement. */
  async numbers(
    tx: AgencyTx,
    requests: readonly SendRequest[],
    quotations: readonly Found<Quotation | null>[],
  ): Promise<Found<SendingNumber>[]> {
    const wanted = requests.map(({ numberId }, place) => numberId ?? numberOf(quotations[place]));
    const distinct = [...new Set(wanted)];
    const picked = await this.phoneNumbers.pickAll(tx, tx.mode, distinct);
    const byId = new Map(distinct.map((id, place) => [id, picked[place]]));
    return wanted.map((id) => byId.get(id) as Found<SendingNumber>);
  }

  /** The approved template of each request that has one; a refusal also when its variables do not fit. At most two statements. */
  async templates(
    tx: AgencyTx,
    requests: readonly SendRequest[],
    numbers: readonly Found<SendingNumber>[],
    contacts: readonly (KnownContact | null)[],
  ): Promise<Found<SendableTemplate | null>[]> {
    const wanted = requests.map((request, place) => wantedTemplate(request, numbers[place], contacts[place]));
    const distinct = new Map(wanted.flatMap((one) => (one ? [[keyOf(one), one] as const] : [])));
    const approved = await this.allTemplates.listApproved(tx, [...distinct.values()]);
    const byKey = new Map([...distinct.keys()].map((key, place) => [key, approved[place]]));
    return wanted.map((one, place) => {
      const found = one && byKey.get(keyOf(one));
      return found && !(found instanceof DomainError) ? this.filled(found, requests[place]) : (found ?? null);
    });
  }

  /** Why the files of the library that each request names may not be sent. One statement, and none where there are no files. */
  async files(tx: AgencyTx, requests: readonly SendRequest[]): Promise<(DomainError | null)[]> {
    const wanted = requests.map((request) => libraryFiles(mediaOfRequest(request)));
    const faults = await this.media.sendingFaults(tx, wanted.flat());
    let next = 0;
    return wanted.map((files) => {
      const own = faults.slice(next, next + files.length);
      next += files.length;
      return own.find((fault) => fault !== null) ?? null;
    });
  }

  private filled(found: SendableTemplate, request: SendRequest | undefined): Found<SendableTemplate> {
    const { variables = {}, ...parts } = request?.template ?? {};
    const problems = [
      ...checkVariables(found, variables),
      ...checkParts(found, parts, { payload: this.env.WHATSAPP_PAYLOAD_MAX }),
    ];
    return problems.length > 0 ? templateParameters(problems) : found;
  }
}

function numberOf(quotation: Found<Quotation | null> | undefined): Uuid | null {
  return quotation && !(quotation instanceof DomainError) ? quotation.numberId : null;
}

function wantedTemplate(
  { template, language }: SendRequest,
  number: Found<SendingNumber> | undefined,
  contact: KnownContact | null | undefined,
): WantedTemplate | null {
  if (!template || !number || number instanceof DomainError) return null;
  return {
    wabaId: number.wabaId,
    name: template.name,
    language: template.language ?? language ?? contact?.language ?? DEFAULT_LANGUAGE,
  };
}

/** Names hold no line breaks. */
function keyOf({ wabaId, name, language }: WantedTemplate): string {
  return `${wabaId}\n${name}\n${language}`;
}
