import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useGet, useSend } from '../../api/queries.js';
import {
  Button,
  LinkButton,
  Loaded,
  NotFound,
  PageBody,
  PageHeader,
  Panel,
  tellDone,
  useLocaleTag,
} from '../../kit/index.js';
import { useAgencyPath } from '../../session/rights.js';
import { Bubble } from './bubble.js';
import { withVariables } from './content.js';
import { Editor } from './editor.js';
import { languageWords } from './language-name.js';
import { SaveTrouble } from './save-trouble.js';
import type { TemplateDetails, TemplateName } from './types.js';
import { useChecks } from './use-checks.js';
import { useNamedTemplate } from './use-template.js';

/** The words of another language, to be translated from. */
function Source({ id, language }: { id: string; language: string }) {
  const { t } = useTranslation('templates');
  const locale = useLocaleTag();
  const details = useGet('/v1/templates/{id}', { params: { path: { id } } });
  const content = details.data?.versions[0]?.content;
  if (!content) return null;
  const preview = {
    language,
    headerFormat: content.header?.format.toUpperCase() ?? null,
    ...(content.header?.text !== undefined && { header: content.header.text }),
    body: content.body,
    ...(content.footer !== undefined && { footer: content.footer }),
    buttons: (content.buttons ?? []).map(({ type, text = '', url }) => ({
      type: type.replaceAll('-', '_').toUpperCase(),
      text,
      ...(url !== undefined && { url }),
    })),
    cards: [],
  };
  return (
    <Panel title={t('sourceIn', { language: languageWords(locale, language) })}>
      <Bubble preview={preview} />
    </Panel>
  );
}

function EditForm({ details, others }: { details: TemplateDetails; others: TemplateName['languages'] }) {
  const { t } = useTranslation('templates');
  const to = useAgencyPath();
  const navigate = useNavigate();
  const { id, name, language, versions } = details;
  const [base] = versions;
  const [content, setContent] = useState(() => withVariables(base?.content ?? { category: 'UTILITY', body: '' }));
  const checks = useChecks(name, language, content);
  const save = useSend('post', '/v1/templates/{id}/versions', {
    refreshes: ['/v1/templates/{id}', '/v1/templates/names'],
    onDone: () => {
      tellDone(t('savedVersion'));
      void navigate(to(`/templates/${name}?language=${language}`));
    },
  });
  const [source] = others;
  return (
    <>
      {save.error && <SaveTrouble error={save.error} />}
      {source && <Source id={source.id} language={source.language} />}
      <Editor language={language} content={content} onChange={setContent} checks={checks} />
      <div className="flex flex-wrap gap-3">
        <Button
          kind="primary"
          isPending={save.isPending}
          onPress={() => save.mutate({ params: { path: { id } }, body: { baseVersion: base?.version ?? 1, content } })}
        >
          {t('saveVersion', { version: (base?.version ?? 0) + 1 })}
        </Button>
        <LinkButton kind="quiet" to={to(`/templates/${name}?language=${language}`)}>
          {t('cancel')}
        </LinkButton>
      </div>
    </>
  );
}

function EditOne({ one, others }: { one: TemplateName['languages'][number]; others: TemplateName['languages'] }) {
  const details = useGet('/v1/templates/{id}', { params: { path: { id: one.id } } });
  return <Loaded from={details}>{(found) => <EditForm details={found} others={others} />}</Loaded>;
}

/** A new version of one language, beside the words of another. */
export default function EditTemplatePage() {
  const { t } = useTranslation('templates');
  const to = useAgencyPath();
  const locale = useLocaleTag();
  const { name = '', language = '' } = useParams();
  const { names, found } = useNamedTemplate();
  const one = found?.languages.find((each) => each.language === language);
  const others = found?.languages.filter((each) => each.language !== language) ?? [];
  return (
    <PageBody>
      <PageHeader
        title={t('editTitle', { name, language: languageWords(locale, language) })}
        crumbs={[
          { label: t('title'), to: to('/templates') },
          { label: name, to: to(`/templates/${name}?language=${language}`) },
        ]}
      />
      <Loaded from={names}>{() => (one ? <EditOne one={one} others={others} /> : <NotFound />)}</Loaded>
    </PageBody>
  );
}
