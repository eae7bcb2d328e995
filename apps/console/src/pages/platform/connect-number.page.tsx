import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useGet, useSend } from '../../api/queries.js';
import {
  Banner,
  Form,
  fields,
  into,
  PageBody,
  PageHeader,
  Panel,
  PasswordField,
  RadioGroup,
  Select,
  secret,
  TextField,
  TextLink,
  tellDone,
  text,
  textOrNothing,
} from '../../kit/index.js';
import { useNumberCrumbs } from './number-crumbs.js';
import { AgencyOnboarding } from './onboarding-stepper.js';

const NEW = 'new';

const figures = () => into(text(), (typed) => typed.replaceAll(/\D/g, ''));

const ACCOUNT = { wabaId: text(), accessToken: into(secret(), (pasted) => pasted.trim()) };
const NEW_PORTFOLIO = fields({ metaId: text(), name: text() });
const NEW_NUMBER = { countryCode: figures(), nationalNumber: figures(), verifiedName: text() };
const EXISTING_NUMBER = { phoneNumberId: text() };

function Portfolio({ chosen, onChoose }: { chosen: string; onChoose: (metaId: string) => void }) {
  const { t } = useTranslation('platform');
  const { data } = useGet('/v1/platform/portfolios');
  const known = data?.data ?? [];
  return (
    <Panel title={t('portfolio')}>
      <p className="measure text-muted">{t('portfolioHint')}</p>
      {known.length > 0 && (
        <Select
          label={t('portfolio')}
          value={chosen}
          onChange={onChoose}
          choices={[
            ...known.map(({ metaId, name }) => ({ value: metaId, label: name })),
            { value: NEW, label: t('portfolioNew') },
          ]}
        />
      )}
      {(chosen === NEW || known.length === 0) && (
        <>
          <TextField name="portfolio.metaId" isCode label={t('portfolioId')} description={t('idHint')} />
          <TextField name="portfolio.name" label={t('portfolioName')} />
        </>
      )}
    </Panel>
  );
}

/** Gives an agency a number of a WhatsApp account, and leads to the next step. */
export default function ConnectNumberPage() {
  const { t } = useTranslation('platform');
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const crumbs = useNumberCrumbs(id);
  const [portfolio, setPortfolio] = useState(NEW);
  const [kind, setKind] = useState('existing');
  const portfolios = useGet('/v1/platform/portfolios');
  const link = useSend('post', '/v1/platform/agencies/{id}/numbers', {
    refreshes: ['/v1/platform/agencies/{id}/numbers', '/v1/platform/agencies', '/v1/platform/portfolios'],
  });
  const known = portfolios.data?.data.find(({ metaId }) => metaId === portfolio);
  const schema = fields({
    ...ACCOUNT,
    // One that is known has no fields on the page.
    portfolio: known ? into(textOrNothing(), () => ({ metaId: known.metaId, name: known.name })) : NEW_PORTFOLIO,
    ...(kind === NEW ? NEW_NUMBER : EXISTING_NUMBER),
  });
  return (
    <PageBody width="reading">
      <PageHeader title={t('connect')} lead={t('connectLead')} crumbs={crumbs} />
      <AgencyOnboarding id={id} now="number" />
      <Banner title={t('signUpInstead')}>
        <TextLink to={`/platform/agencies/${id}/numbers/sign-up`}>{t('signUp')}</TextLink>
      </Banner>
      <Form
        schema={schema}
        submitLabel={t('connect')}
        cancelTo={`/platform/agencies/${id}`}
        onSubmit={async (body) => {
          const number = await link.mutateAsync({ params: { path: { id } }, body });
          tellDone(t('connected'));
          await navigate(`/platform/agencies/${id}/numbers/${number.id}`);
        }}
      >
        <Portfolio chosen={portfolio} onChoose={setPortfolio} />
        <Panel title={t('account')}>
          <TextField name="wabaId" isCode label={t('wabaId')} description={t('idHint')} />
          <PasswordField name="accessToken" autoComplete="off" label={t('accessToken')} description={t('tokenHint')} />
        </Panel>
        <Panel title={t('number')}>
          <RadioGroup
            label={t('whichNumber')}
            value={kind}
            onChange={setKind}
            choices={[
              { value: 'existing', label: t('existingNumber') },
              { value: NEW, label: t('newNumber') },
            ]}
          />
          {kind === NEW ? (
            <>
              <TextField
                name="countryCode"
                isCode
                width="short"
                inputMode="tel"
                label={t('countryCode')}
                description={t('countryCodeHint')}
              />
              <TextField name="nationalNumber" isCode width="short" inputMode="tel" label={t('nationalNumber')} />
              <TextField name="verifiedName" label={t('displayName')} description={t('displayNameHint')} />
            </>
          ) : (
            <TextField name="phoneNumberId" isCode label={t('phoneNumberId')} description={t('idHint')} />
          )}
        </Panel>
      </Form>
    </PageBody>
  );
}
