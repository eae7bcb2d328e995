import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, request, useGet } from '../../api/queries.js';
import {
  Banner,
  Button,
  DescriptionList,
  EmptyState,
  type Filled,
  Form,
  fields,
  into,
  Loaded,
  PageBody,
  PageHeader,
  Panel,
  RadioGroup,
  Select,
  TextField,
  TextLink,
  text,
  useFieldValues,
} from '../../kit/index.js';
import { useAgencyPath } from '../../session/rights.js';
import { meaningOf } from './failures.js';
import { StateWord } from './state-word.js';
import { isOpen, toneOf } from './states.js';

type Template = Answer<'/v1/templates', 'get'>['data'][number];
type Purpose = Answer<'/v1/purposes', 'get'>['data'][number];

const MOST_TEMPLATES = 100;
/** A variable of another template is another field. Dots would make fields that lie within each other. */
const fieldOf = (template: Template, variable: string): string => `variable:${template.id}:${variable}`;

/** A template's preview, as far as its values are there. */
const filledIn = ({ body }: Template, values: Record<string, string>): string =>
  body.replace(/\{\{\s*([^{}\s]+)\s*\}\}/g, (whole, key: string) => values[key] || whole);

function Preview({ template }: { template: Template }) {
  const { t } = useTranslation('messages');
  const values = useFieldValues();
  const typed = Object.fromEntries(
    template.variables.map((name) => [name, String(values[fieldOf(template, name)] ?? '')]),
  );
  return (
    <Panel title={t('send.preview')} level={3}>
      <p dir="auto" lang={template.language.replace('_', '-')} className="measure whitespace-pre-wrap">
        {filledIn(template, typed)}
      </p>
    </Panel>
  );
}

interface TemplateFieldsProps {
  templates: readonly Template[];
  chosen: Template | undefined;
  onChoose: (id: string) => void;
}

function TemplateFields({ templates, chosen, onChoose }: TemplateFieldsProps) {
  const { t } = useTranslation('messages');
  if (templates.length === 0) return <EmptyState title={t('send.noTemplate')}>{t('send.noTemplateAdvice')}</EmptyState>;
  return (
    <>
      <Select
        name="templateId"
        label={t('content.template')}
        description={t('send.templateHint')}
        onChange={onChoose}
        choices={templates.map(({ id: value, name, language }) => ({ value, label: `${name} (${language})` }))}
      />
      {chosen?.variables.map((name) => (
        <TextField key={fieldOf(chosen, name)} name={fieldOf(chosen, name)} label={t('content.variable', { name })} />
      ))}
      {chosen && <Preview key={chosen.id} template={chosen} />}
    </>
  );
}

const LONGEST_TEXT = 4_096;

const ADDRESSED = {
  to: into(text(), (typed) => typed.replaceAll(/[\s().-]/g, '')),
  purpose: text(),
};

const TEXT_MESSAGE = into(fields({ ...ADDRESSED, text: text() }), ({ text: body, ...addressed }) => ({
  ...addressed,
  text: { body },
}));

const NO_TEMPLATE_YET = fields({ ...ADDRESSED, templateId: text() });

/** A message made of a template has a field for each of its variables. */
function templateMessage(template: Template) {
  const { name, language, variables } = template;
  const values = Object.fromEntries(variables.map((one) => [fieldOf(template, one), text()]));
  return into(fields({ ...values, ...ADDRESSED, templateId: text() }), ({ to, purpose, ...filled }) => {
    const typed = filled as Record<string, string>;
    const pairs = variables.map((one) => [one, typed[fieldOf(template, one)] ?? ''] as const);
    return { to, purpose, template: { name, language, variables: Object.fromEntries(pairs) } };
  });
}

/** The same message keeps its key: when the answer is lost, trying again never sends it twice. */
function useKeyFor(): (body: unknown) => string {
  const kept = useRef<{ body: string; key: string }>(undefined);
  return (body) => {
    const text = JSON.stringify(body);
    if (kept.current?.body !== text) kept.current = { body: text, key: crypto.randomUUID() };
    return kept.current.key;
  };
}

interface SendFormProps {
  purposes: readonly Purpose[];
  templates: readonly Template[];
  onSent: (id: string) => void;
}

function SendForm({ purposes, templates, onSent }: SendFormProps) {
  const { t } = useTranslation('messages');
  const [kind, setKind] = useState('template');
  const [templateId, setTemplateId] = useState('');
  const template = templates.find(({ id }) => id === templateId);
  const ofTemplate = template ? templateMessage(template) : NO_TEMPLATE_YET;
  const schema = kind === 'text' ? TEXT_MESSAGE : ofTemplate;
  const keyFor = useKeyFor();
  async function send(body: Filled<typeof schema>): Promise<void> {
    const { id } = await request('post', '/v1/messages', {
      params: { header: { 'Idempotency-Key': keyFor(body) } },
      body,
    });
    onSent(id);
  }
  const fieldNames = Object.fromEntries(
    (template?.variables ?? []).map((name) => [`template.variables.${name}`, template ? fieldOf(template, name) : '']),
  );
  return (
    <Form
      schema={schema}
      onSubmit={send}
      submitLabel={t('send.submit')}
      fieldNames={{ ...fieldNames, 'template.name': 'templateId', template: 'templateId', 'text.body': 'text' }}
    >
      <TextField
        name="to"
        type="tel"
        isCode
        width="short"
        label={t('send.to')}
        description={t('send.toHint')}
        placeholder="+447700900123"
        autoComplete="off"
      />
      <Select
        name="purpose"
        label={t('columns.purpose')}
        description={t('send.purposeHint')}
        choices={purposes.map(({ code, title }) => ({ value: code, label: title, description: code }))}
      />
      <RadioGroup
        label={t('send.kind')}
        value={kind}
        onChange={setKind}
        choices={[
          { value: 'template', label: t('content.template'), description: t('send.templateWhen') },
          { value: 'text', label: t('send.text'), description: t('send.textWhen') },
        ]}
      />
      {kind === 'template' ? (
        <TemplateFields templates={templates} chosen={template} onChoose={setTemplateId} />
      ) : (
        <TextField name="text" label={t('send.text')} rows={5} maxLength={LONGEST_TEXT} />
      )}
    </Form>
  );
}

/** What has become of the message just sent; it goes on by itself. */
function Sent({ id, onAgain }: { id: string; onAgain: () => void }) {
  const { t } = useTranslation('messages');
  const to = useAgencyPath();
  const message = useGet('/v1/messages/{id}', { params: { path: { id } } });
  return (
    <Panel title={t('send.result')}>
      <div role="status" className="grid gap-4">
        <Loaded from={message}>
          {({ state, failure }) => (
            <>
              <Banner
                tone={toneOf(state) ?? (isOpen(state) ? 'info' : 'ok')}
                title={failure ? t(`failures.${meaningOf(failure.code)}.reason`) : t('send.accepted')}
              >
                {failure ? t(`failures.${meaningOf(failure.code)}.remedy`) : t('send.acceptedAdvice')}
              </Banner>
              <DescriptionList facts={[{ label: t('columns.state'), value: <StateWord state={state} /> }]} />
            </>
          )}
        </Loaded>
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <TextLink to={to(`/messages/${id}`)}>{t('send.toTimeline')}</TextLink>
        <Button kind="quiet" onPress={onAgain}>
          {t('send.again')}
        </Button>
      </div>
    </Panel>
  );
}

function Compose({ onSent }: { onSent: (id: string) => void }) {
  const { t } = useTranslation('messages');
  const purposes = useGet('/v1/purposes');
  const templates = useGet('/v1/templates', { params: { query: { status: 'APPROVED', limit: MOST_TEMPLATES } } });
  return (
    <Loaded from={purposes} lines={6}>
      {({ data }) =>
        data.length === 0 ? (
          <EmptyState title={t('send.noPurpose')}>{t('send.noPurposeAdvice')}</EmptyState>
        ) : (
          <Loaded from={templates} lines={6}>
            {(found) => <SendForm purposes={data} templates={found.data} onSent={onSent} />}
          </Loaded>
        )
      }
    </Loaded>
  );
}

/** One message to one person, to see that everything works. */
export default function SendTestPage() {
  const { t } = useTranslation('messages');
  const to = useAgencyPath();
  const [sent, setSent] = useState<string>();
  return (
    <PageBody width="reading">
      <PageHeader title={t('sendTest')} lead={t('send.lead')} crumbs={[{ label: t('title'), to: to('/messages') }]} />
      {sent ? <Sent id={sent} onAgain={() => setSent(undefined)} /> : <Compose onSent={setSent} />}
    </PageBody>
  );
}
