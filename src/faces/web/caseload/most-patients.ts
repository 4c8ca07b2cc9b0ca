/** The most patients that a page of the caseload shows, and for whom something is done at once. */
export const MOST_PATIENTS = 200;
