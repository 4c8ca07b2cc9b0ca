import type { EpisodeEvent } from '../../program/episode-event.ts';

/** Says in one line what an event recorded. The text holds data as it is; clean it before it goes to a terminal. */
export function describeEvent(event: EpisodeEvent): string {
  switch (event.type) {
    case 'Referred':
      return `referred: ${event.patient}${event.source ? ` by ${event.source}` : ''}`;
    case 'Admitted':
      return `admitted: ${event.patient} to ${event.curriculum} ${event.version}`;
    case 'AttendanceRecorded':
      return `${event.track}${session(event.session)}: ${event.status}${minutes(event.minutes)}${event.makeUp ? ' (make-up)' : ''}`;
    case 'DrugTestRecorded':
      return `drug test: ${event.result}${list(event.substances)}`;
    case 'UseReported':
      return `use reported${list(event.substances)}`;
    case 'MutualHelpRecorded':
      return `mutual-help meeting${event.fellowship ? `: ${event.fellowship}` : ''}`;
    case 'AssessmentRecorded':
      return `${event.instrument}: ${event.score}`;
    case 'HomeworkRecorded':
      return `homework${event.track ? ` of ${event.track}` : ''}${session(event.session)}`;
    case 'SignedOff':
      return `signed off${event.subject ? `: ${event.subject}` : ''}${event.role ? ` as ${event.role}` : ''}`;
    case 'ContactRecorded':
      return `contact: ${event.reached ? 'reached' : 'not reached'}${event.with ? ` (${event.with})` : ''}`;
    case 'TaskCompleted':
      return `task done: ${event.task}`;
    case 'PhaseAdvanced':
      return `advanced to ${event.to}`;
    case 'ReturnedToPhase':
      return `returned to ${event.to}`;
    case 'SteppedDown':
      return `stepped down to ${event.stage}`;
    case 'SteppedUp':
      return `stepped up to ${event.stage}`;
    case 'Transferred':
      return `transferred to ${event.stage}`;
    case 'Readmitted':
      return 'readmitted';
    case 'StayExtended':
      return `stay in the ${event.of} extended to ${event.until}`;
    case 'GateOverridden':
      return `${event.stage === undefined ? `gate of ${event.phase}` : `move to ${event.stage}`} overridden${event.expiresOn ? ` until ${event.expiresOn}` : ''}`;
    case 'CreditGranted':
      return `credit from ${event.from}: ${event.track} ${event.sessions.join(', ')}`;
    case 'LeaveStarted':
      return `leave began${event.expectedReturn ? `, return expected on ${event.expectedReturn}` : ''}`;
    case 'LeaveEnded':
      return 'returned from leave';
    case 'Discharged':
      return `discharged: ${event.discharge}`;
    case 'AuthorizationRecorded':
      return `authorized by ${event.payer}: ${event.units} ${event.unit} at ${event.levelOfCare.level}, ${event.from} to ${event.to}`;
    case 'ContinuedStayReviewed':
      return `continued stay reviewed: ${event.outcome}${event.nextReview ? `, again on ${event.nextReview}` : ''}`;
    case 'CounselorAssigned':
      return `counselor: ${event.counselor}`;
    case 'MeetingChanged': {
      const to = event.to ? `moved to ${event.to.date} at ${event.to.start}` : 'called off';
      return `meeting of ${event.track} on ${event.date}: ${to}`;
    }
    case 'CycleFollowed':
      return `follows the group of ${event.track} whose topics began on ${event.cycleStart}`;
    case 'NoteAdded':
      return `note: ${event.text}`;
    case 'IntakeRecorded':
      return 'intake recorded';
    case 'PlacementDecided':
      return `decided on ${event.program}${list(event.recommended && [`recommended: ${event.recommended.join(', ')}`])}`;
    case 'InterimServiceGiven':
      return `while waiting: ${event.service}${minutes(event.minutes)}`;
    case 'Waitlisted':
      return `on the waitlist of ${event.program}${event.priority === undefined ? '' : `, priority ${event.priority}`}`;
    case 'PlaceOffered':
      return `a place was offered until ${event.until}`;
    case 'OfferAccepted':
      return 'offer accepted';
    case 'OfferDeclined':
      return 'offer declined';
    case 'RemovedFromWaitlist':
      return 'off the waitlist';
    case 'PrivilegeGranted':
      return `granted: ${event.privilege}`;
    case 'PrivilegeWithdrawn':
      return `withdrawn: ${event.privilege}`;
    case 'RewardGiven':
      return `reward given: ${event.amount} of ${event.incentive}${event.prize ? ` (${event.prize})` : ''}`;
    case 'ClinicClosed':
      return `closed ${event.to === undefined || event.to === event.from ? `on ${event.from}` : `from ${event.from} to ${event.to}`}${event.site ? ` at ${event.site}` : ''}`;
    case 'TakeHomeGiven':
      return `to take home: ${event.doses} ${event.doses === 1 ? 'dose' : 'doses'}, the first for ${event.firstDay}${event.beyondBand ? ' (beyond the band)' : ''}`;
    case 'TakeHomeReturned':
      return `brought back: ${event.doses} ${event.doses === 1 ? 'dose' : 'doses'}`;
    case 'TakeHomeTimeCredited':
      return `${event.days} days of treatment at ${event.from} count for take-home doses`;
    case 'TakeHomeMisused':
      return 'take-home doses misused';
    case 'Amended':
      return `event ${event.fact} amended: ${fields(event.change)}`;
    case 'Voided':
      return `event ${event.fact} voided`;
    case 'DeadlineReached':
      return event.title;
    default:
      return `moved to ${event.curriculum} ${event.version}`;
  }
}

const session = (number: number | undefined) => (number === undefined ? '' : ` ${number}`);
const minutes = (number: number | undefined) => (number === undefined ? '' : ` after ${number} minutes`);
const list = (names: readonly string[] | undefined) => (names?.length ? ` (${names.join(', ')})` : '');
const fields = (change: Readonly<Record<string, unknown>>) =>
  Object.entries(change)
    .map(([field, value]) => `${field} = ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
