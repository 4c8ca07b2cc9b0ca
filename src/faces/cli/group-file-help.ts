/** What a file that defines a group looks like, for the help; a test defines a group by it. */
export const GROUP_FILE_HELP = `The file, for a group that meets twice a week:
  title: Relapse prevention, evenings
  site: north
  timeZone: America/New_York
  place: room 2                 # may be left out
  from: 2026-03-02
  times:                        # the rules of iCalendar
    - { rule: 'FREQ=WEEKLY;BYDAY=MO,FR', start: '18:00', minutes: 90 }
  topics: [Triggers, Cravings, Habits, Plans]
  credits:                      # topic 1 is session 1, unless sessions: says otherwise
    - { curriculum: matrix-iop, track: relapse-prevention }
  leader: kim
  capacity: 12                  # may be left out, as may
  minimum: 4                    # these: coLeader, firstTopic,
  patientsPerLeader: 12         # topicOrder: rolling or chosen,
  admission: open               # afterCancellation: skip or shift`;
