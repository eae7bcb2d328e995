// The one way in: pages and the shell import from here, and only the kit knows what it is made of.
export { Banner, type BannerProps, Tag, type Tone } from './banner.js';
export { Button, type ButtonKind, type ButtonProps, LinkButton, TextLink } from './button.js';
export { Checkbox, CheckboxGroup } from './checkbox.js';
export { type Command, CommandPalette } from './command-palette.js';
export { DataTable } from './data-table.js';
export { ConfirmDialog, ReasonDialog } from './decisions.js';
export { Dialog, useDialog } from './dialog.js';
export { DiffTable, type DiffTableProps } from './diff-table.js';
export type { Choice } from './field-parts.js';
export { FileDrop, type FileDropProps } from './file-drop.js';
export { type Filter, FilterBar, useFilters } from './filter-bar.js';
export { Form, type FormProps, useFieldValues } from './form.js';
export { later } from './later.js';
export {
  Breadcrumbs,
  type Crumb,
  DescriptionList,
  type Fact,
  PageBody,
  PageHeader,
  Panel,
  usePageTitle,
} from './layout.js';
export { LongTable } from './long-table.js';
export { Mark } from './mark.js';
export { Menu, type MenuChoice } from './menu.js';
export { PopoverPanel } from './popover-panel.js';
export {
  Meter,
  ProgressPanel,
  StatusTimeline,
  type Step,
  Stepper,
  type Task,
  TaskList,
  type TimelineStep,
} from './progress.js';
export { KitProvider } from './provider.js';
export { RadioGroup } from './radio-group.js';
export {
  choice,
  code,
  type Filled,
  fields,
  into,
  list,
  optionalText,
  rule,
  type Schema,
  secret,
  text,
  textOrNothing,
  tick,
} from './schema.js';
export { Select } from './select.js';
export { type Bar, Sparkline } from './sparkline.js';
export { EmptyState, ErrorState, Forbidden, Loaded, NoResults, NotFound, Skeleton, Stale } from './states.js';
export { Switch } from './switch.js';
export type { Column, DataTableProps, PagedList } from './table-parts.js';
export { type TabItem, Tabs } from './tabs.js';
export { CodeField, PasswordField, TextField } from './text-fields.js';
export { tellDone } from './toast.js';
export { Code, Copyable, Name, Num, Time, useLocaleTag } from './values.js';
