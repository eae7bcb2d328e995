import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type Answer, useGet, useSend } from '../../api/queries.js';
import {
  choice,
  Form,
  fields,
  into,
  Loaded,
  PageBody,
  PageHeader,
  RadioGroup,
  Select,
  TextField,
  tellDone,
  text,
  textOrNothing,
} from '../../kit/index.js';
import { useAgencyPath } from '../../session/rights.js';
import { chosenEvents, EVENT_FIELD_NAMES, EventFields } from './event-fields.js';
import { USUAL_EVENTS } from './events.js';

type Department = Answer<'/v1/departments', 'get'>['data'][number];

const ALL = 'all';
const SCHEMES = ['v1a', 'v1'] as const;

const callbackSchema = (chooseEvent: string) =>
  fields({
    url: text(),
    description: textOrNothing(),
    departmentId: into(text(), (chosen) => (chosen === ALL ? undefined : chosen)),
    events: chosenEvents(chooseEvent),
    signature: choice(SCHEMES),
  });

function NewCallbackForm({ departments }: { departments: readonly Department[] }) {
  const { t } = useTranslation('callbacks');
  const to = useAgencyPath();
  const navigate = useNavigate();
  const create = useSend('post', '/v1/callbacks', { refreshes: ['/v1/callbacks'] });
  return (
    <Form
      schema={callbackSchema(t('chooseEvent'))}
      submitLabel={t('add')}
      cancelTo={to('/developers/callbacks')}
      fieldNames={EVENT_FIELD_NAMES}
      onSubmit={async (body) => {
        const { id } = await create.mutateAsync({ body });
        tellDone(t('added'));
        void navigate(to(`/developers/callbacks/${id}`));
      }}
    >
      <TextField
        name="url"
        type="url"
        isCode
        autoComplete="off"
        label={t('url')}
        description={t('urlHint')}
        placeholder="https://"
      />
      <TextField
        name="description"
        isOptional
        autoComplete="off"
        label={t('description')}
        description={t('descriptionHint')}
      />
      <Select
        name="departmentId"
        label={t('department')}
        description={t('departmentHint')}
        defaultValue={ALL}
        choices={[
          { value: ALL, label: t('allDepartments') },
          ...departments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <EventFields chosen={USUAL_EVENTS} />
      <RadioGroup
        name="signature"
        label={t('signature')}
        defaultValue="v1a"
        choices={SCHEMES.map((scheme) => ({
          value: scheme,
          label: t(`schemes.${scheme}`),
          description: t(`schemeMeans.${scheme}`),
        }))}
      />
    </Form>
  );
}

export default function NewCallbackPage() {
  const { t } = useTranslation('callbacks');
  const to = useAgencyPath();
  const departments = useGet('/v1/departments');
  return (
    <PageBody width="reading">
      <PageHeader
        title={t('add')}
        lead={t('addLead')}
        crumbs={[{ label: t('title'), to: to('/developers/callbacks') }]}
      />
      <Loaded from={departments}>
        {({ data }) => <NewCallbackForm departments={data.filter(({ archivedAt }) => !archivedAt)} />}
      </Loaded>
    </PageBody>
  );
}
