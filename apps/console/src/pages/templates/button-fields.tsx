import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Select, TextField } from '../../kit/index.js';
import { changeButton, withButtons } from './content.js';
import type { EditorProps, ProblemAt } from './editor.js';
import type { ContentButton } from './types.js';

const TYPES = ['quick-reply', 'url', 'phone', 'copy-code', 'flow', 'voice-call', 'request-contact-info'] as const;
const MOST = 10;

type Field = 'text' | 'url' | 'example' | 'phone' | 'flowId' | 'flowScreen';

/** What is asked of each kind; WhatsApp writes the words of some itself. */
const FIELDS: Record<ContentButton['type'], readonly Field[]> = {
  'quick-reply': ['text'],
  url: ['text', 'url', 'example'],
  phone: ['text', 'phone'],
  'copy-code': ['example'],
  flow: ['text', 'flowId', 'flowScreen'],
  'voice-call': ['text'],
  'request-contact-info': [],
};

const CODES: readonly Field[] = ['url', 'phone', 'flowId', 'flowScreen'];

interface Props extends Pick<EditorProps, 'content' | 'onChange'> {
  problemAt: ProblemAt;
}

function OneButton({
  button,
  at,
  change,
  remove,
  problemAt,
}: {
  button: ContentButton;
  at: number;
  change: (to: Partial<ContentButton>) => void;
  remove: () => void;
  problemAt: ProblemAt;
}) {
  const { t } = useTranslation('templates');
  const number = at + 1;
  const isPlain = button.type === 'url' && !button.url?.includes('{{');
  const asked = FIELDS[button.type].filter((field) => !(isPlain && field === 'example'));
  return (
    <fieldset className="grid gap-3 rounded-control border border-line-soft p-4">
      <legend className="px-1 font-semibold">{t('buttonNumber', { number })}</legend>
      <Select
        label={t('buttonType', { number })}
        value={button.type}
        choices={TYPES.map((value) => ({ value, label: t(`buttonTypes.${value}`) }))}
        onChange={(type) => change({ type: type as ContentButton['type'] })}
      />
      {asked.map((field) => (
        <TextField
          key={field}
          label={t(`buttonFields.${field}`, { number })}
          description={t(`buttonHints.${field}`, { defaultValue: '', place: '{{1}}' })}
          isCode={CODES.includes(field)}
          autoComplete="off"
          value={button[field] ?? ''}
          problem={problemAt(`buttons.${at}.${field}`)}
          onChange={(typed) => change({ [field]: typed })}
        />
      ))}
      <div>
        <Button kind="quiet" icon={Trash2} onPress={remove}>
          {t('removeButton', { number })}
        </Button>
      </div>
    </fieldset>
  );
}

/** The buttons under the text, in their order. */
export function ButtonFields({ content, onChange, problemAt }: Props) {
  const { t } = useTranslation('templates');
  const buttons = content.buttons ?? [];
  const problem = problemAt('buttons');
  return (
    <section aria-label={t('buttons')} className="grid gap-3">
      {buttons.map((button, at) => (
        <OneButton
          key={at}
          at={at}
          button={button}
          problemAt={problemAt}
          change={(to) => onChange(changeButton(content, at, to))}
          remove={() =>
            onChange(
              withButtons(
                content,
                buttons.filter((_, index) => index !== at),
              ),
            )
          }
        />
      ))}
      {problem && <p className="text-sm font-semibold text-bad">{problem}</p>}
      <div>
        <Button
          icon={Plus}
          isDisabled={buttons.length >= MOST}
          onPress={() => onChange(withButtons(content, [...buttons, { type: 'quick-reply', text: '' }]))}
        >
          {t('addButton')}
        </Button>
      </div>
    </section>
  );
}
