/** The words of each way to have come to a meeting. */
export const ATTENDANCE_WORDS = [
  ['attended', 'attended'],
  ['late', 'late'],
  ['left-early', 'left early'],
  ['excused', 'excused'],
  ['absent', 'missed'],
] as const;

/** The words of each result of a drug test. */
export const TEST_WORDS = [
  ['negative', 'negative'],
  ['positive', 'positive'],
  ['missed', 'not given'],
  ['invalid', 'could not be read'],
] as const;

/** The words of each reason for a discharge (TEDS-D). */
export const DISCHARGE_WORDS = [
  ['completed', 'treatment completed'],
  ['dropped-out', 'left against advice or stopped coming'],
  ['terminated', 'ended by the program'],
  ['transferred', 'transferred to another program'],
  ['incarcerated', 'incarcerated'],
  ['death', 'death'],
  ['other', 'other'],
] as const;
