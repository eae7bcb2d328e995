export { type Acceptance, AcceptService } from './accept.service.js';
export {
  CONTENT_KINDS,
  FREE_FORM_KINDS,
  type FreeForm,
  type FreeFormByKind,
  type FreeFormKind,
} from './content/free-form.js';
export { DispatchVerifier, type LineFault } from './dispatch-verifier.service.js';
export { renderErrorTables } from './error-table.js';
export { describeFailure, type Failure } from './failure-words.js';
export { InDoubtService } from './in-doubt.service.js';
export { InboundMessagesService } from './inbound-messages.service.js';
export { inboundView } from './inbound-view.js';
export { KeywordConfirmation } from './keyword-confirmation.service.js';
export { LANES, type LaneName, laneName, REQUESTABLE_LANES } from './lanes.js';
export { type LaneAge, LanesService } from './lanes.service.js';
export { type BatchResult, MessageBatches } from './message-batches.service.js';
export { type Cancellation, MessageCancellations } from './message-cancellations.service.js';
export type { MessageBody, MessageContent } from './message-content.js';
export type { MessageEvent } from './message-events.repository.js';
export { MessageLookUp } from './message-look-up.service.js';
export type { MessageRow } from './message-row.js';
export { type MessageState, STATE_RANKS } from './message-state.js';
export { MessageStatusService } from './message-status.service.js';
export type { MessageSummary } from './message-views.service.js';
export { type MessageQuery, MessagesService, type MessageView } from './messages.service.js';
export { NumberPump } from './number-pump.service.js';
export { type NumberTraffic, NumberTrafficService } from './number-traffic.service.js';
export { type DatedPrice, formatMicros, microsOf, parsePriceLine } from './prices.js';
export { ReadReceipts } from './read-receipts.service.js';
export type { AcceptedMessage, SendRequest } from './send-request.js';
export { MESSAGE_CHANGED, type MessageChange, TOLD_STATES, type ToldState } from './sending.events.js';
export { SendingModule } from './sending.module.js';
export type { SendingLimits } from './sending-limits.repository.js';
export { SendingLimitsService } from './sending-limits.service.js';
export { SendingSweeper } from './sending-sweeper.service.js';
export { SpendService } from './spend.service.js';
export { StoppedSending } from './stopped-sending.js';
export {
  AGENCY_SCOPES,
  type AgencyScope,
  type NewSwitch,
  SWITCH_STATES,
  type Switch,
  type SwitchScope,
  type SwitchState,
  TARGET_KINDS,
} from './switch.js';
export { SwitchesModule } from './switches.module.js';
export { SwitchesService } from './switches.service.js';
export { buildTimeline, type TimelineStep } from './timeline.js';
export { TodayService } from './today.service.js';
