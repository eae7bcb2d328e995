import { Id, ListQueryDto, OptionalField, WholeNumber } from '#libs/http';
import { toWireId, type Uuid } from '#libs/kernel';
import type { ListedNews } from '#libs/phone-numbers';

export class ListNewsQueryDto extends ListQueryDto {
  @Id('phoneNumber', { description: 'Only of this number and its account' })
  @OptionalField()
  numberId?: Uuid;

  @WholeNumber({
    min: 0,
    max: 2,
    fromText: true,
    description: '1 for what is worth a look, 2 for what somebody must act on',
  })
  @OptionalField()
  weight?: number;
}

/** What WhatsApp told of a number or its account. */
export class NewsDto {
  /** `nws_…` */
  id: string;
  /** The field of the webhook; docs/webhooks-from-whatsapp.md lists them all. */
  field: string;
  /** Meta's word for what happened, e.g. `ACCOUNT_RESTRICTION`. */
  event: string;
  /** 0 for information, 1 worth a look, 2 somebody must act. */
  weight: number;
  /** What it says, by name. Nothing about citizens. */
  detail: Record<string, string | number>;
  /** `num_…`, when it names one number by its id. */
  numberId?: string;
  /** The WhatsApp Business account. */
  wabaId?: string;
  /** When it happened, by Meta's clock where it says so. */
  happenedAt: string;
  /** When it was understood here. */
  heardAt: string;
}

export class NewsPageDto {
  data: NewsDto[];
  /** Pass as `after` for the next page; null on the last. */
  next: string | null;
}

export function toNewsDto(news: ListedNews): NewsDto {
  const { id, field, event, weight, detail, phoneNumberId, wabaId, happenedAt, heardAt } = news;
  return {
    id: toWireId('news', id),
    field,
    event,
    weight,
    detail,
    ...(phoneNumberId && { numberId: toWireId('phoneNumber', phoneNumberId) }),
    ...(wabaId && { wabaId }),
    happenedAt: happenedAt.toISOString(),
    heardAt: heardAt.toISOString(),
  };
}
