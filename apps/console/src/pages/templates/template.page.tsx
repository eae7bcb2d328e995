import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useGet } from '../../api/queries.js';
import {
  DescriptionList,
  type Fact,
  Loaded,
  later,
  NotFound,
  PageBody,
  PageHeader,
  Panel,
  Skeleton,
  Tabs,
  Tag,
  Time,
  useDialog,
  useLocaleTag,
} from '../../kit/index.js';
import { useAgencyPath } from '../../session/rights.js';
import { Acts } from './acts.js';
import { Bubble } from './bubble.js';
import { Findings } from './findings.js';
import { History } from './history.js';
import { languageWords } from './language-name.js';
import { Standing } from './standing.js';
import { standingOf } from './template-status.js';
import type { TemplateDetails, TemplateName } from './types.js';
import { type Checks, useChecks } from './use-checks.js';
import { useNamedTemplate } from './use-template.js';

// The comparison of versions is loaded after what is looked at first.
const Versions = later(async () => (await import('./versions.js')).Versions);

type Language = TemplateName['languages'][number];

function useNewest({ name, language, versions }: TemplateDetails): Checks {
  return useChecks(name, language, versions[0]?.content ?? { category: 'UTILITY', body: '' }, 0);
}

/** The newest words, as they are or will be sent. */
function Words({ checks: { preview } }: { checks: Checks }) {
  return preview ? <Bubble preview={preview} /> : <Skeleton lines={3} />;
}

/** What the rules say of a version that waits, for whoever is about to ask for its approval. */
function Rules({ checks: { findings, isCurrent } }: { checks: Checks }) {
  const { t } = useTranslation('templates');
  return <Panel title={t('rules')}>{isCurrent ? <Findings findings={findings} /> : <Skeleton lines={2} />}</Panel>;
}

function useFacts(details: TemplateDetails): Fact[] {
  const { t } = useTranslation('templates');
  const { category, quality, syncedAt, versions } = details;
  const personal = (versions[0]?.content.variables ?? [])
    .filter(({ isPersonal }) => isPersonal)
    .map(({ name }) => name);
  return [
    { label: t('category'), value: t(`categories.${category}`, { defaultValue: category }) },
    { label: t('qualityLabel'), value: t(`quality.${quality ?? 'UNKNOWN'}`, { defaultValue: quality }) },
    { label: t('personalData'), value: personal.length > 0 ? <bdi dir="ltr">{personal.join(', ')}</bdi> : t('none') },
    { label: t('lastChecked'), value: syncedAt ? <Time at={syncedAt} /> : t('never') },
  ];
}

function LanguageView({ details }: { details: TemplateDetails }) {
  const { t } = useTranslation('templates');
  const copying = useDialog();
  const facts = useFacts(details);
  const checks = useNewest(details);
  const { key, tone } = standingOf(details);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Tag tone={tone}>{t(key, { defaultValue: details.status })}</Tag>
        <div className="flex flex-wrap gap-3">
          <Acts details={details} copying={copying} />
        </div>
      </div>
      <Standing details={details} onCopy={copying.open} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-2">
        <div className="grid gap-6">
          <Panel title={t('preview')}>
            <Words checks={checks} />
          </Panel>
          {(details.review === 'draft' || details.review === 'sent_back') && <Rules checks={checks} />}
        </div>
        <Panel title={t('history')}>
          <History events={details.events} />
        </Panel>
      </div>
      <Panel title={t('facts')}>
        <DescriptionList facts={facts} />
      </Panel>
      <Panel title={t('versions')}>
        <Versions key={details.versions.length} versions={details.versions} />
      </Panel>
    </>
  );
}

function OneLanguage({ language }: { language: Language }) {
  const details = useGet('/v1/templates/{id}', { params: { path: { id: language.id } } });
  return (
    <Loaded from={details} lines={8}>
      {(found) => <LanguageView details={found} />}
    </Loaded>
  );
}

function NewestWords({ details }: { details: TemplateDetails }) {
  return <Words checks={useNewest(details)} />;
}

function WordsOf({ language }: { language: Language }) {
  const details = useGet('/v1/templates/{id}', { params: { path: { id: language.id } } });
  return <Loaded from={details}>{(found) => <NewestWords details={found} />}</Loaded>;
}

/** All languages beside each other, for whoever compares them. */
function SideBySide({ languages }: { languages: readonly Language[] }) {
  const locale = useLocaleTag();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2 2xl:grid-cols-3">
      {languages.map((one) => (
        <Panel key={one.id} title={languageWords(locale, one.language)}>
          <WordsOf language={one} />
        </Panel>
      ))}
    </div>
  );
}

function Languages({ languages }: { languages: readonly Language[] }) {
  const { t } = useTranslation('templates');
  const locale = useLocaleTag();
  const tabs = languages.map((one) => ({
    id: one.language,
    label: languageWords(locale, one.language),
    content: <OneLanguage language={one} />,
  }));
  const all = { id: 'all', label: t('sideBySide'), content: <SideBySide languages={languages} /> };
  return <Tabs label={t('languages')} param="language" tabs={languages.length > 1 ? [...tabs, all] : tabs} />;
}

/** One template: each language with its words, its decisions and its versions. */
export default function TemplatePage() {
  const { t } = useTranslation('templates');
  const to = useAgencyPath();
  const { name = '' } = useParams();
  const { names, found } = useNamedTemplate();
  return (
    <PageBody>
      <PageHeader title={name} crumbs={[{ label: t('title'), to: to('/templates') }]} />
      <Loaded from={names}>{() => (found ? <Languages languages={found.languages} /> : <NotFound />)}</Loaded>
    </PageBody>
  );
}
