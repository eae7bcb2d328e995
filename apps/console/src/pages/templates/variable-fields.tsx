import { useTranslation } from 'react-i18next';
import { Checkbox, Code, TextField } from '../../kit/index.js';
import { changeVariable } from './content.js';
import type { EditorProps, ProblemAt } from './editor.js';
import type { Variable } from './types.js';

interface Props extends Pick<EditorProps, 'content' | 'onChange'> {
  problemAt: ProblemAt;
}

function OneVariable({
  variable,
  change,
  problem,
}: {
  variable: Variable;
  change: (to: Partial<Variable>) => void;
  problem: string | undefined;
}) {
  const { t } = useTranslation('templates');
  const { name, example, meaning = '', fallback = '', isPersonal } = variable;
  return (
    <fieldset className="grid gap-3 rounded-control border border-line-soft p-4">
      <legend className="px-1 font-semibold">
        <Code>{`{{${name}}}`}</Code>
      </legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={t('example', { name })}
          description={t('exampleHint')}
          value={example}
          problem={problem}
          onChange={(typed) => change({ example: typed })}
        />
        <TextField
          label={t('meaning', { name })}
          isOptional
          description={t('meaningHint')}
          value={meaning}
          onChange={(typed) => change({ meaning: typed })}
        />
      </div>
      <TextField
        label={t('fallback', { name })}
        isOptional
        value={fallback}
        onChange={(typed) => change({ fallback: typed })}
      />
      <Checkbox
        label={t('isPersonal', { name })}
        isSelected={isPersonal}
        onChange={(isTicked) => change({ isPersonal: isTicked })}
      />
    </fieldset>
  );
}

/** What is said about each variable that stands in the text. */
export function VariableFields({ content, onChange, problemAt }: Props) {
  const { t } = useTranslation('templates');
  const variables = content.variables ?? [];
  if (variables.length === 0) return null;
  return (
    <section aria-label={t('variables')} className="grid gap-3">
      {variables.map((variable) => (
        <OneVariable
          key={variable.name}
          variable={variable}
          problem={problemAt(`variables.${variable.name}.example`) ?? problemAt(`variables.${variable.name}`)}
          change={(to) => onChange(changeVariable(content, variable.name, to))}
        />
      ))}
    </section>
  );
}
