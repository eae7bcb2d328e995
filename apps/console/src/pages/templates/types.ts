import type { Answer } from '../../api/queries.js';

export type TemplateName = Answer<'/v1/templates/names', 'get'>['data'][number];
export type TemplateDetails = Answer<'/v1/templates/{id}', 'get'>;
export type Content = TemplateDetails['versions'][number]['content'];
export type ContentButton = NonNullable<Content['buttons']>[number];
export type Variable = NonNullable<Content['variables']>[number];
export type Header = NonNullable<Content['header']>;
export type Finding = Answer<'/v1/templates/lint', 'post'>['data'][number];
export type Preview = Answer<'/v1/templates/preview', 'post'>;
