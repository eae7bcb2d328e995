import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner, Button, Panel, Select, TextField } from '../../kit/index.js';
import { Bubble } from './bubble.js';
import { ButtonFields } from './button-fields.js';
import { CodeFields } from './code-fields.js';
import { keepRenamed, namesIn } from './content.js';
import { Findings } from './findings.js';
import { directionOf } from './language-name.js';
import type { Content, Finding, Preview } from './types.js';
import type { Checks } from './use-checks.js';
import { useFindingWords } from './use-finding-words.js';
import { VariableFields } from './variable-fields.js';

const CATEGORIES = ['UTILITY', 'MARKETING', 'AUTHENTICATION'] as const;
const HEADERS = ['none', 'text', 'image', 'video', 'document', 'location'] as const;
const MAX = { body: 1024, short: 60 };
/** So long after the last letter, what changed is read out. */
const READ_OUT_MS = 1_000;

export interface EditorProps {
  language: string;
  content: Content;
  onChange: (content: Content) => void;
  checks: Checks;
}

export type ProblemAt = (place: string) => string | undefined;

function InsertVariable({ onInsert }: { onInsert: (name: string) => void }) {
  const { t } = useTranslation('templates');
  const [name, setName] = useState('');
  const insert = () => {
    const clean = name.trim().toLowerCase().replaceAll(/\W+/g, '_');
    if (clean) onInsert(clean);
    setName('');
  };
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="w-56">
        <TextField label={t('variableName')} value={name} onChange={setName} isCode autoComplete="off" />
      </div>
      <Button isDisabled={name.trim() === ''} onPress={insert}>
        {t('insertVariable')}
      </Button>
    </div>
  );
}

function HeaderFields({
  content,
  onChange,
  problemAt,
}: Pick<EditorProps, 'content' | 'onChange'> & { problemAt: ProblemAt }) {
  const { t } = useTranslation('templates');
  const { header, ...rest } = content;
  const text = header?.text ?? '';
  return (
    <>
      <Select
        label={t('header')}
        value={header?.format ?? 'none'}
        choices={HEADERS.map((value) => ({ value, label: t(`headerFormats.${value}`) }))}
        onChange={(format) =>
          onChange(
            keepRenamed(content, {
              ...rest,
              ...(format === 'none' ? {} : { header: { format: format as NonNullable<Content['header']>['format'] } }),
            }),
          )
        }
      />
      {header?.format === 'text' && (
        <TextField
          label={t('headerText')}
          value={text}
          description={t('counter', { count: [...text].length, max: MAX.short })}
          problem={problemAt('header')}
          onChange={(typed) => onChange(keepRenamed(content, { ...content, header: { format: 'text', text: typed } }))}
        />
      )}
      {header && header.format !== 'text' && header.format !== 'location' && (
        <TextField
          label={t('handle')}
          isCode
          autoComplete="off"
          value={header.handle ?? ''}
          description={t('handleHint')}
          problem={problemAt('header.handle')}
          onChange={(handle) =>
            onChange({ ...content, header: { format: header.format, ...(handle ? { handle } : {}) } })
          }
        />
      )}
    </>
  );
}

function WordFields({
  language,
  content,
  onChange,
  problemAt,
}: Omit<EditorProps, 'checks'> & { problemAt: ProblemAt }) {
  const { t } = useTranslation('templates');
  const place = useRef<HTMLDivElement>(null);
  const { body, footer } = content;
  const setBody = (typed: string) => onChange(keepRenamed(content, { ...content, body: typed }));
  const insert = (name: string) => {
    const area = place.current?.querySelector('textarea');
    const at = area?.selectionStart ?? body.length;
    setBody(`${body.slice(0, at)}{{${name}}}${body.slice(area?.selectionEnd ?? at)}`);
    area?.focus();
  };
  return (
    <>
      <HeaderFields content={content} onChange={onChange} problemAt={problemAt} />
      <div ref={place} dir={directionOf(language)} lang={language.replaceAll('_', '-')}>
        <TextField
          label={t('body')}
          rows={6}
          value={body}
          description={t('counter', { count: [...body].length, max: MAX.body })}
          problem={problemAt('body')}
          onChange={setBody}
        />
      </div>
      <InsertVariable onInsert={insert} />
      <VariableFields content={content} onChange={onChange} problemAt={problemAt} />
      <TextField
        label={t('footer')}
        isOptional
        value={footer ?? ''}
        description={t('counter', { count: [...(footer ?? '')].length, max: MAX.short })}
        problem={problemAt('footer')}
        onChange={(typed) => {
          const { footer: _, ...rest } = content;
          onChange(typed === '' ? rest : { ...rest, footer: typed });
        }}
      />
      <ButtonFields content={content} onChange={onChange} problemAt={problemAt} />
      {(content.cards || content.offer) && <Banner title={t('byApiOnly')} />}
    </>
  );
}

function useReadOut(findings: readonly Finding[], preview: Preview | undefined): string {
  const { t } = useTranslation('templates');
  const [said, setSaid] = useState('');
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const body = preview?.body;
  useEffect(() => {
    if (body === undefined) return undefined;
    const timer = setTimeout(() => setSaid(t('previewChanged', { count: errors, body })), READ_OUT_MS);
    return () => clearTimeout(timer);
  }, [body, errors, t]);
  return said;
}

/** Fields at the start, the live bubble beside them, and what the rules say at each field. */
export function Editor({ language, content, onChange, checks }: EditorProps) {
  const { t } = useTranslation('templates');
  const words = useFindingWords();
  const { findings, preview } = checks;
  const said = useReadOut(findings, preview);
  const problemAt: ProblemAt = (place) =>
    findings
      .filter((finding) => finding.place === place && finding.severity === 'error')
      .map(words)
      .join(' ') || undefined;
  const isCode = content.category === 'AUTHENTICATION';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid gap-5">
        <Select
          label={t('category')}
          value={content.category}
          description={t(`categoryMeans.${content.category}`)}
          choices={CATEGORIES.map((value) => ({ value, label: t(`categories.${value}`) }))}
          onChange={(category) => onChange(ofCategory(content, category as Content['category']))}
        />
        {isCode ? (
          <CodeFields content={content} onChange={onChange} problemAt={problemAt} />
        ) : (
          <WordFields language={language} content={content} onChange={onChange} problemAt={problemAt} />
        )}
      </div>
      <div className="grid gap-6 xl:sticky xl:top-20">
        <Panel title={t('preview')}>
          {preview ? <Bubble preview={preview} /> : <p className="text-muted">{t('previewEmpty')}</p>}
        </Panel>
        <Panel title={t('rules')}>
          {findings.length > 0 || checks.isCurrent ? (
            <Findings findings={findings} />
          ) : (
            <p className="text-muted">{t('previewEmpty')}</p>
          )}
        </Panel>
      </div>
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}

/** WhatsApp writes the words of one-time codes itself. */
function ofCategory(content: Content, category: Content['category']): Content {
  if (category === 'AUTHENTICATION') {
    return {
      category,
      body: '',
      code: { delivery: 'copy-code', addSecurityRecommendation: true, expiresInMinutes: 10 },
    };
  }
  const { code: _, ...rest } = content;
  return { ...rest, category };
}

export const hasVariables = ({ body, header }: Content): boolean => namesIn(`${header?.text ?? ''}${body}`).length > 0;
