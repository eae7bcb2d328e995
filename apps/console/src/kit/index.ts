// The one way in: pages and the shell import from here, and only the kit knows what it is made of.
export { Banner, type BannerProps, Tag, type Tone } from './banner.js';
export { Button, type ButtonKind, type ButtonProps, LinkButton, TextLink } from './button.js';
export { type Command, CommandPalette } from './command-palette.js';
export { type Column, DataTable, type DataTableProps, type PagedList } from './data-table.js';
export {
  Checkbox,
  CheckboxGroup,
  type Choice,
  CodeField,
  PasswordField,
  RadioGroup,
  Select,
  Switch,
  TextField,
} from './fields.js';
export { type Filter, FilterBar, useFilters } from './filter-bar.js';
export { type FieldErrors, Form, type FormProps, FormValues } from './form.js';
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
export { Mark } from './mark.js';
export {
  ConfirmDialog,
  Dialog,
  Menu,
  type MenuChoice,
  PopoverPanel,
  ReasonDialog,
  useDialog,
} from './overlays.js';
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
export { EmptyState, ErrorState, Forbidden, Loaded, NoResults, NotFound, Skeleton, Stale } from './states.js';
export { type TabItem, Tabs } from './tabs.js';
export { tellDone } from './toast.js';
export { Code, Copyable, Name, Num, Time, useLocaleTag } from './values.js';
