import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useGet, useSend } from '../../api/queries.js';
import type { Starters } from '../../api/types.js';
import {
  Form,
  fields,
  into,
  Loaded,
  PageBody,
  PageHeader,
  rule,
  TextField,
  tellDone,
  textOrNothing,
} from '../../kit/index.js';
import { useAgencyPath } from '../../session/rights.js';

const COMMAND = /^(\S+)\s+(\S.*)$/;

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const toCommand = (line: string) => {
  const [, name = '', description = ''] = COMMAND.exec(line) ?? [];
  return { name: name.replace(/^\//, ''), description };
};

function StartersForm({ id, starters }: { id: string; starters: Starters }) {
  const { t } = useTranslation('numbers');
  const to = useAgencyPath();
  const navigate = useNavigate();
  const save = useSend('put', '/v1/numbers/{id}/conversation-starters', {
    refreshes: ['/v1/numbers/{id}/conversation-starters'],
  });
  const areCommands = rule<string>((typed) => linesOf(typed).every((line) => COMMAND.test(line)), t('commandsWrong'));
  const schema = fields({
    prompts: into(textOrNothing(), linesOf),
    commands: into(textOrNothing().check(areCommands), (typed) => linesOf(typed).map(toCommand)),
  });
  return (
    <Form
      schema={schema}
      submitLabel={t('save')}
      cancelTo={to(`/numbers/${id}`)}
      onSubmit={async (body) => {
        await save.mutateAsync({ params: { path: { id } }, body });
        tellDone(t('startersSaved'));
        await navigate(to(`/numbers/${id}`));
      }}
    >
      <TextField
        name="prompts"
        isOptional
        rows={4}
        label={t('prompts')}
        description={t('promptsHint')}
        defaultValue={starters.prompts.join('\n')}
      />
      <TextField
        name="commands"
        isOptional
        rows={6}
        label={t('commands')}
        description={t('commandsHint')}
        defaultValue={starters.commands.map(({ name, description }) => `${name} ${description}`).join('\n')}
      />
    </Form>
  );
}

/** What a chat offers to whoever opens it for the first time. */
export default function StartersPage() {
  const { t } = useTranslation('numbers');
  const to = useAgencyPath();
  const { number: id = '' } = useParams();
  const starters = useGet('/v1/numbers/{id}/conversation-starters', { params: { path: { id } } });
  return (
    <PageBody width="reading">
      <PageHeader
        title={t('starters')}
        lead={t('startersLead')}
        crumbs={[
          { label: t('title'), to: to('/numbers') },
          { label: t('number'), to: to(`/numbers/${id}`) },
        ]}
      />
      <Loaded from={starters}>{(data) => <StartersForm id={id} starters={data} />}</Loaded>
    </PageBody>
  );
}
