import { useTranslation } from 'react-i18next';
import { DescriptionList, Name, Tag, TextLink } from '../../kit/index.js';
import { useAgencyPath } from '../../session/rights.js';
import { type InboundContent, linesOf } from './inbound-content.js';

function Words({ content }: { content: InboundContent }) {
  const { t } = useTranslation('messages');
  const kind = t(`kinds.${content.type}`, { defaultValue: t('kinds.other') });
  const words = content.text?.body ?? content.emoji ?? undefined;
  if (content.type === 'reaction' && !words) return <p>{t('inbound.reactionRemoved')}</p>;
  return (
    <>
      {content.type !== 'text' && <p className="text-sm text-muted">{kind}</p>}
      {words && (
        <p dir="auto" className="measure whitespace-pre-wrap">
          {words}
        </p>
      )}
    </>
  );
}

function Marks({ content }: { content: InboundContent }) {
  const { t } = useTranslation('messages');
  return (
    <span className="flex flex-wrap gap-2">
      {content.isForwarded && (
        <Tag tone="info">{t(content.isForwardedOften ? 'inbound.forwardedOften' : 'inbound.forwarded')}</Tag>
      )}
      {content.groupId && <Tag tone="info">{t('inbound.inGroup')}</Tag>}
      {content.isOwnNumber && <Tag tone="info">{t('inbound.ownNumber')}</Tag>}
      {content.media?.isVoice && <Tag tone="info">{t('inbound.voice')}</Tag>}
    </span>
  );
}

/** What a citizen sent, whatever kind it is. */
export function InboundView({ content }: { content: InboundContent }) {
  const { t } = useTranslation('messages');
  const to = useAgencyPath();
  const lines = linesOf(content).map(({ label, isOwnLabel, value }) => ({
    label: isOwnLabel ? label : t(`inbound.${label}`),
    value: <Name>{value}</Name>,
  }));
  const files = (content.files ?? []).map(({ state }) => ({
    label: t('inbound.file'),
    value: t(`inbound.fileStates.${state}`, { defaultValue: state }),
  }));
  const about = content.about
    ? [
        {
          label: t('inbound.about'),
          value: <TextLink to={to(`/messages/${content.about}`)}>{t('inbound.theOther')}</TextLink>,
        },
      ]
    : [];
  const facts = [...lines, ...files, ...about];
  return (
    <div className="grid gap-3">
      <Words content={content} />
      <Marks content={content} />
      {facts.length > 0 && <DescriptionList facts={facts} />}
    </div>
  );
}
