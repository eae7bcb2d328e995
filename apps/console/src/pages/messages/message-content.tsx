import { useTranslation } from 'react-i18next';
import { Code, DescriptionList, Name } from '../../kit/index.js';
import type { InboundContent } from './inbound-content.js';
import { InboundView } from './inbound-view.js';
import { contentOf, type Message } from './message-words.js';
import { linesOf, type OutboundContent } from './outbound-content.js';
import { OutboundView } from './outbound-view.js';

function Template({
  name,
  language,
  variables,
  header,
  cards,
}: {
  name: string;
  language: string;
  variables: Record<string, string>;
} & NonNullable<OutboundContent['template']>) {
  const { t } = useTranslation('messages');
  return (
    <DescriptionList
      facts={[
        { label: t('content.template'), value: <Code>{name}</Code> },
        { label: t('content.language'), value: <Code>{language}</Code> },
        ...Object.entries(variables).map(([key, value]) => ({
          label: t('content.variable', { name: key }),
          value: <Name>{value}</Name>,
        })),
        ...linesOf({ type: 'template', template: { header, cards } }).map(({ label, value }) => ({
          label: t(`outbound.${label}`),
          value: <Name>{value}</Name>,
        })),
      ]}
    />
  );
}

/** What the person reads, or wrote. */
export function MessageContent({ message }: { message: Message }) {
  const { t } = useTranslation('messages');
  const content = contentOf(message);
  if (!content) return <p className="text-muted">{t('content.gone')}</p>;
  if (message.direction === 'inbound') return <InboundView content={content as InboundContent} />;
  if (content.template) return <Template variables={{}} {...content.template} />;
  return <OutboundView content={content as OutboundContent} />;
}
