import type { Content, ContentButton, Variable } from './types.js';

const PLACEHOLDER = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;

export const namesIn = (text = ''): string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '')),
];

export const EMPTY: Content = { category: 'UTILITY', body: '' };

const isPosition = (name: string) => /^\d+$/.test(name);

/** The keys of all variables that stand in header, text and cards. */
export function wantedNames({ header, body, cards = [] }: Content): string[] {
  const inTexts = [body, ...cards.map((card) => card.body ?? '')].flatMap(namesIn);
  const inHeader = namesIn(header?.text);
  const arePositions = [...inHeader, ...inTexts].every(isPosition);
  return [...new Set([...inHeader.map((name) => (arePositions ? `header.${name}` : name)), ...inTexts])];
}

/** One description for each variable of the text, in its order; what was written about others is gone with them. */
export function withVariables(content: Content): Content {
  const known = new Map((content.variables ?? []).map((variable) => [variable.name, variable]));
  const variables = wantedNames(content).map((name) => known.get(name) ?? { name, example: '', isPersonal: false });
  const { variables: _, ...rest } = content;
  return variables.length > 0 ? { ...rest, variables } : rest;
}

/** Keeps what is said about a variable when its name is typed differently in the text. */
export function keepRenamed(before: Content, after: Content): Content {
  const [old, now] = [wantedNames(before), wantedNames(after)];
  const gone = old.filter((name) => !now.includes(name));
  const fresh = now.filter((name) => !old.includes(name));
  if (gone.length !== 1 || fresh.length !== 1) return withVariables(after);
  const variables = (after.variables ?? []).map((one) =>
    one.name === gone[0] ? { ...one, name: fresh[0] ?? '' } : one,
  );
  return withVariables({ ...after, variables });
}

export function changeVariable(content: Content, name: string, change: Partial<Variable>): Content {
  const variables = (content.variables ?? []).map((one) => (one.name === name ? { ...one, ...change } : one));
  return { ...content, variables };
}

export function changeButton(content: Content, at: number, change: Partial<ContentButton>): Content {
  return {
    ...content,
    buttons: (content.buttons ?? []).map((one, index) => (index === at ? { ...one, ...change } : one)),
  };
}

/** Without buttons, the field is left out: the API takes no empty list. */
export function withButtons({ buttons: _, ...content }: Content, buttons: readonly ContentButton[]): Content {
  return buttons.length > 0 ? { ...content, buttons: [...buttons] } : content;
}

/** For a comparison of versions: each part as one line. */
export function linesOf({ variables = [], buttons = [], ...content }: Content): Record<string, unknown> {
  return {
    ...content,
    ...Object.fromEntries(variables.map(({ name, example }) => [name, example])),
    ...Object.fromEntries(
      buttons.map((button, at) => [`${at + 1}`, [button.text, button.url, button.phone].filter(Boolean).join(' ')]),
    ),
  };
}
