/** A program of two phases and two groups, short enough to follow by hand. */
export const SMALL_PROGRAM = `
id: evening-groups
version: 1.0.0
title: Evening groups
levelOfCare: { system: asam-3, level: "2.1" }
sources: { none: { title: made up for tests, certainty: derived } }
phases:
  - id: orientation
    title: Orientation
    exit: { type: sessions, track: skills, atLeast: 2 }
  - id: recovery
    title: Recovery
    returnsTo: [orientation]
    exit:
      type: all
      of:
        - { type: sessions, track: relapse-prevention, atLeast: 2 }
        - { type: negative-tests, atLeast: 1 }
  - { id: graduated, title: Graduated, final: completed }
tracks:
  - id: skills
    title: Skills
    kind: skills
    format: group
    order: fixed
    during: [orientation]
    schedule: [{ weekdays: [monday, friday], weeks: 1-2, start: "18:00", minutes: 50 }]
    sessions:
      - { number: 1, title: Triggers }
      - { number: 2, title: Cravings }
      - { number: 3, title: Habits }
      - { number: 4, title: Plans }
  - id: relapse-prevention
    title: Relapse prevention
    kind: relapse-prevention
    format: group
    order: fixed
    weeksCountFrom: phase
    during: [recovery]
    schedule: [{ weekdays: [monday, friday], weeks: 1-4, start: "19:15", minutes: 90 }]
    sessions:
      - { number: 1, title: Boredom }
      - { number: 2, title: Drift }
      - { number: 3, title: Work }
      - { number: 4, title: Guilt }
      - { number: 5, title: Trust }
      - { number: 6, title: Shame }
      - { number: 7, title: Rest }
      - { number: 8, title: Holidays }
drugTests:
  - { id: weekly, title: Weekly test, perWeek: 1, weeks: 1-4, days: random, specimens: [urine] }
monitors:
  - id: attendance
    title: Attendance
    states:
      - id: regular
        title: Regular
        transitions:
          - { to: outreach, when: { type: absences, consecutive: true, atLeast: 2 } }
      - id: outreach
        title: Outreach
        tasks: [{ id: call-patient, title: Call the patient, within: { days: 1 } }]
        transitions:
          - { to: regular, when: { type: absences, consecutive: true, atMost: 0 } }
`;
