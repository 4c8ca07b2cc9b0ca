/*
 * The Matrix program by hand, in C: the same model of behaviour and the same random draws as the kernel that is compiled from its
 * plan, patient by patient, with the same counts and columns. The kernel's speed is measured against it; both must come to the
 * same hash. The tables of the behaviour and the codes of events are in tables.h, which the benchmark writes.
 *
 * usage: matrix-kernel SEED PATIENTS DAYS ROUNDS   prints the hash over all patients and the processor time of each round in ms
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "tables.h"

#define NEVER 0x3fffffff
#define UNKNOWN (-0x40000000)
#define SHARD 4096
#define WEEKS 1044
#define COUNT(table) ((int)(sizeof(table) / sizeof((table)[0])))
#define TERM(table, value) (table)[(value) < COUNT(table) - 1 ? (value) : COUNT(table) - 1]
#define BELOW(word, sum) ((int)((word) >> 2) < THRESHOLDS[OFFSET + (sum)])

enum { IND, ERS, RP, FE, SS, TRACKS };
enum { ORIENTATION, EARLY, RELAPSE, TRANSITION, CONTINUING, GRADUATED, PHASES };
enum { REGULAR, OUTREACH, AT_RISK, DUE };
enum { UNCONFIRMED, ABSTINENT, LAPSE, RESTABILIZING, RELAPSED };
enum { DROPPED_OUT = 1, GRADUATION = 7, IN_TREATMENT = 8 };
static const int MINUTES[TRACKS] = {50, 50, 90, 90, 90};
/* Weekdays on which a phase has meetings, and those on which the next phase has tracks that it lacks. */
static const int MEETS[PHASES] = {1, 21, 21, 21, 5, 0};
static const int OPENS[PHASES] = {21, 0, 4, 0, 0, 0};

static int32_t end_[SHARD], endDay_[SHARD], phase_[SHARD], hash_[SHARD], entered_[PHASES][SHARD], group_[8][SHARD], counts_[10][SHARD];
static uint32_t occupancy[WEEKS][PHASES], endedIn[9][WEEKS], offeredIn[WEEKS], attendedIn[WEEKS], resultsIn[3][WEEKS];

typedef struct {
  uint32_t k0, k1, k2, x, y, h;
  int row, events, today, day, phase, pe, attendance, attendanceSince, waits, held, abstinence, abstinenceSince;
  int negativeRun, evidence, abstinentSince, positivesInPhase, positivesToday, absentRun, lastContact, lastKnown, lastAttended, mutual;
  int signed0, signed1, sign0, sign1, cameInPhase, missedInPhase, cameToday, missedToday;
  int contact, decide, advance, position[TRACKS], positionToday, n[TRACKS], skills, skillsToday;
  uint64_t set[TRACKS], skillSet, skillSetToday;
} Patient;

static inline __attribute__((always_inline)) void draw(Patient *p, uint32_t counter, uint32_t purpose) {
  uint32_t x = counter + p->k0, y = purpose + p->k1;
#define R(n) x += y, y = (y << n | y >> (32 - n)) ^ x
  R(13); R(15); R(26); R(6); x += p->k1; y += p->k2 + 1;
  R(17); R(29); R(16); R(24); x += p->k2; y += p->k0 + 2;
  R(13); R(15); R(26); R(6); x += p->k0; y += p->k1 + 3;
  R(17); R(29); R(16); R(24); x += p->k1; y += p->k2 + 4;
  R(13); R(15); R(26); R(6); x += p->k2; y += p->k0 + 5;
  p->x = x;
  p->y = y;
}

static inline void emit(Patient *p, int code) {
  p->h = (p->h ^ (uint32_t)(p->today << 10 | code)) * 16777619u;
  p->events++;
}

static inline void begin(Patient *p, int day) {
  p->held = p->absentRun;
  if (day <= p->today) return;
  p->today = day;
  p->positivesToday = p->cameToday = p->missedToday = p->positionToday = p->skillsToday = 0;
  p->skillSetToday = 0;
}

static void enterPhase(Patient *p, int phase) {
  if (p->phase != phase) {
    p->positivesInPhase = p->positivesToday;
    p->cameInPhase = p->cameToday;
    p->missedInPhase = p->missedToday;
    p->position[ERS] = p->positionToday;
    p->skills = p->skillsToday;
    p->skillSet = p->skillSetToday;
  }
  p->phase = phase;
  p->pe = p->today;
  p->advance = NEVER;
  if (entered_[phase][p->row] < 0) entered_[phase][p->row] = p->today;
  if (phase != GRADUATED) emit(p, E_PHASES + phase);
  p->sign0 = p->sign1 = NEVER;
  if (phase == ORIENTATION) {
    draw(p, p->today, SIGN_PURPOSE[0]);
    if ((int)(p->x >> 2) < SIGN_SHARE[0]) p->sign0 = p->today + SIGN_AFTER[0];
  }
  if (phase == RELAPSE) {
    draw(p, p->today, SIGN_PURPOSE[1]);
    if ((int)(p->x >> 2) < SIGN_SHARE[1]) p->sign1 = p->today + SIGN_AFTER[1];
  }
}

static int wantsAttendance(const Patient *p, int news, int due) {
  const int a = p->absentRun, open = !p->waits || news;
  switch (p->attendance) {
    case REGULAR:
      if (a >= 2 && (open || p->held < 2)) return OUTREACH;
      return due == 0 ? OUTREACH : -1;
    case OUTREACH:
      if (a <= 0 && (open || p->held > 0)) return REGULAR;
      if (a >= 4 && (open || p->held < 4)) return AT_RISK;
      return due == 1 ? AT_RISK : -1;
    case AT_RISK:
      if (a <= 0 && (open || p->held > 0)) return REGULAR;
      return due >= 2 ? DUE : -1;
    default:
      return a <= 0 && (open || p->held > 0) ? REGULAR : -1;
  }
}

static int wantsAbstinence(const Patient *p) {
  switch (p->abstinence) {
    case UNCONFIRMED: return p->negativeRun >= 1 ? ABSTINENT : p->evidence >= 2 ? LAPSE : -1;
    case ABSTINENT: return p->evidence >= 1 ? LAPSE : p->negativeRun != UNKNOWN && p->negativeRun <= 0 ? UNCONFIRMED : -1;
    case LAPSE: return p->negativeRun >= 1 ? RESTABILIZING : p->evidence >= 3 || p->positivesInPhase >= 4 ? RELAPSED : -1;
    case RESTABILIZING: return p->evidence >= 1 ? LAPSE : p->negativeRun >= 3 ? ABSTINENT : -1;
    default: return p->negativeRun >= 1 ? RESTABILIZING : -1;
  }
}

static int dueDay(const Patient *p, int *which) {
  const int earliest = p->attendanceSince + p->waits, seen = p->lastAttended == UNKNOWN ? 0 : p->lastAttended;
  int day = NEVER, other;
  switch (p->attendance) {
    case REGULAR: day = p->lastContact + 8, *which = 0; break;
    case OUTREACH: day = p->lastContact + 15, *which = 1; break;
    case AT_RISK:
      day = p->lastContact + 22, *which = 2;
      if (day < earliest) day = earliest;
      other = seen + 36;
      if (other < earliest) other = earliest;
      if (other < day) day = other, *which = 3;
      break;
  }
  return day < earliest ? earliest : day;
}

static void watch(Patient *p, int news, int due) {
  const int to = wantsAttendance(p, news, due), ab = wantsAbstinence(p);
  if (to >= 0) {
    p->attendanceSince = p->today;
    p->waits = due >= 0;
    p->attendance = to;
    emit(p, E_ATTENDANCE + to);
    if (to != REGULAR && p->contact == NEVER) p->contact = p->today + OUTREACH_AFTER;
    if (to == DUE && p->decide == NEVER) p->decide = p->today + DECIDE_AFTER;
  }
  if (ab >= 0) {
    p->abstinence = ab;
    p->abstinenceSince = p->today;
    emit(p, E_ABSTINENCE + ab);
  }
}

/* What follows an event: the monitors, then deadlines that are over already. */
static inline void after(Patient *p, int news) {
  int which = -1;
  watch(p, news, -1);
  while (dueDay(p, &which) <= p->today) {
    begin(p, p->today);
    watch(p, 0, which);
  }
}

static inline void attended(Patient *p, int track, int session) {
  const uint64_t bit = 1ull << session;
  if (session >= 0 && !(p->set[track] & bit)) p->set[track] |= bit, p->n[track]++;
  if (track == ERS && session >= 0) {
    if (!(p->skillSet & bit)) p->skillSet |= bit, p->skills++;
    if (!(p->skillSetToday & bit)) p->skillSetToday |= bit, p->skillsToday++;
  }
  p->cameInPhase++, p->cameToday++;
  p->absentRun = 0;
  p->lastContact = p->lastKnown = p->lastAttended = p->today;
}

static int gate(const Patient *p) {
  const int whole = p->cameInPhase + p->missedInPhase;
  const int regular = whole > 0 && (double)p->cameInPhase / whole >= 0.75;
  switch (p->phase) {
    case ORIENTATION: return p->n[IND] >= 1 && p->signed0;
    case EARLY: return p->day >= 28 && p->n[ERS] >= 6 && p->negativeRun >= 2;
    case RELAPSE:
      return p->day >= 84 && p->n[RP] >= 18 && p->n[IND] >= 2 && regular && p->negativeRun >= 4 && (p->mutual >= 12 || p->signed1);
    case TRANSITION:
      return p->day >= 112 && p->n[RP] >= 24 && p->n[IND] >= 3 && regular && p->negativeRun >= 4 && p->abstinentSince != UNKNOWN &&
             p->lastKnown - p->abstinentSince >= 30;
    default: return p->day >= 332 && p->n[SS] >= 27 && p->abstinence != LAPSE && p->abstinence != RELAPSED;
  }
}

static int firstOpen(uint64_t set, int count) {
  const int open = __builtin_ctzll(~set);
  return open >= count ? -1 : open;
}

/* The session that a track holds for the patient on a day, from 0; -1 for one to be chosen, -2 where it does not meet. */
static int held(const Patient *p, int track, int weekday, int wd0) {
  const int week = p->day / 7 + 1, phase = p->phase;
  switch (track) {
    case IND:
      if (phase > CONTINUING || p->n[IND] >= 3 || !(week == 1 || week == 5 || week >= 16)) return -2;
      return firstOpen(p->set[IND], 3);
    case ERS:
      if (phase != EARLY || p->skills >= 8) return -2;
      return p->position[ERS] < 8 ? p->position[ERS] : firstOpen(p->skillSet, 8);
    case RP: {
      if (phase < EARLY || phase > TRANSITION) return -2;
      const int monday = (7 - wd0) % 7, friday = (11 - wd0) % 7;
      return ((week - 1) * 2 + (weekday == 0 ? friday < monday : monday < friday)) % 32;
    }
    case FE:
      if ((phase != EARLY && phase != RELAPSE) || p->n[FE] >= 12) return -2;
      return p->position[FE] < 12 ? p->position[FE] : firstOpen(p->set[FE], 12);
    default:
      if ((phase != TRANSITION && phase != CONTINUING) || week < 13 || (week > 48 && p->n[SS] >= 36)) return -2;
      return (week - 13) % 36;
  }
}

static const int WEEKDAY_TRACKS[7][4] = {{IND, ERS, RP, -1}, {-1}, {FE, SS, -1}, {-1}, {ERS, RP, -1}, {-1}, {-1}};

static void patient(uint32_t seed, uint32_t number, int row, int horizon) {
  Patient state = {.k0 = seed, .k1 = number, .k2 = seed ^ number ^ 0x1bd11bdau, .h = 2166136261u, .row = row, .phase = -1};
  Patient *p = &state;
  int type = 0, stride = 1, out = -1, left = -1, leaves = 0, report = 0, gone = 0, clean = 0, longest = 0, week = -1, ws = -7, testDay = 0;
  int offered = 0, came = 0, absent = 0, excused = 0, minutes = 0, results[3] = {0, 0, 0};
  p->negativeRun = p->abstinentSince = p->lastAttended = UNKNOWN;
  p->contact = p->decide = NEVER;
  for (int t = 0; t < COUNT(TRAIT_PURPOSE); t++) {
    draw(p, 0, TRAIT_PURPOSE[t]);
    int level = 0;
    while (level < TRAIT_LEVELS[t] - 1 && (int)(p->x >> 2) >= TRAIT_UPTO[t][level]) level++;
    group_[t][row] = level;
    type += level * stride;
    stride *= TRAIT_LEVELS[t];
  }
  draw(p, 0, P_ADMISSION);
  const int wd0 = ADMISSION[(p->x >> 16) * COUNT(ADMISSION) >> 16];
  int use = BELOW(p->y, M_useAtAdmission[type]);
  emit(p, E_ADMISSION);
  enterPhase(p, ORIENTATION);
  int visits = 0, day = 0, which = -1;
  for (;;) {
    /* the day itself */
    int fact = day == 0, homework[4], homeworks = 0;
    p->day = day;
    if (day == ws + 7) {
      ws = day;
      week++;
      occupancy[week][p->phase]++;
      draw(p, week, P_WEEK);
      if (week > 0) {
        if (use) use = !BELOW(p->x, M_useStop[type] + TERM(M_useStop_0, p->absentRun));
        else use = BELOW(p->x, M_useStart[type] + TERM(M_useStart_0, clean));
      }
      clean = use ? 0 : clean + 1;
      if (clean > longest) longest = clean;
      if (!gone && BELOW(p->y, M_dropOut[type] + M_dropOut_0[use])) gone = 1;
      draw(p, week, P_EXIT);
      int rest = p->x >> 2;
      left = -1;
      for (int e = 0; e < COUNT(EXIT_REASON) && left < 0; e++) {
        rest -= THRESHOLDS[OFFSET + EXIT_SUM[e][type]];
        if (rest < 0) left = EXIT_REASON[e];
      }
      report = use && !gone && BELOW(p->y, M_useReports[type]);
      draw(p, week, P_TEST_DAYS);
      testDay = (p->x >> 16) * 7 >> 16;
      visits = MUTUAL_MASK | 1 << testDay;
      if (left >= 0) {
        draw(p, week, P_EXIT_DAY);
        leaves = ws + ((p->x >> 16) * 7 >> 16);
        visits |= 1 << (leaves - ws);
      }
    }
    if (report) {
      report = 0, fact = 1;
      begin(p, day);
      emit(p, E_USED);
      p->evidence++, p->negativeRun = 0, p->abstinentSince = day;
      after(p, 0);
    }
    if (day >= p->contact) {
      p->contact = NEVER, fact = 1;
      draw(p, day, P_CONTACT);
      const int reached = BELOW(p->x, M_reached[type]);
      if (reached && gone && BELOW(p->y, M_comesBack[type])) gone = 0;
      begin(p, day);
      emit(p, E_CONTACT + reached);
      if (reached) p->lastContact = p->lastKnown = day;
      after(p, 0);
    }
    if (day % 14 == 0 && !gone) {
      draw(p, day, P_ASSESSMENT);
      fact = 1;
      begin(p, day);
      emit(p, E_ASSESSMENT);
      after(p, 0);
    }
    if (day - ws == testDay && (day / 7 < 16 || (p->phase >= EARLY && p->phase <= TRANSITION))) {
      draw(p, day, P_TEST);
      const int missed = gone || BELOW(p->x, M_testMissed[type] + M_testMissed_0[use]);
      const int result = missed ? 2 : (int)(p->y >> 2) < (use ? SENSITIVITY : FALSE_POSITIVE);
      fact = 1;
      begin(p, day);
      emit(p, E_TESTS + result);
      results[result]++, resultsIn[result][week]++;
      if (result == 0) {
        p->negativeRun = (p->negativeRun == UNKNOWN ? 0 : p->negativeRun) + 1;
        p->evidence = 0;
        if (p->abstinentSince == UNKNOWN) p->abstinentSince = day;
      } else p->negativeRun = 0;
      if (result != 2) p->lastKnown = day;
      if (result == 1) p->evidence++, p->abstinentSince = day, p->positivesInPhase++, p->positivesToday++;
      after(p, 0);
    }
    const int weekday = (day + wd0) % 7;
    for (const int *t = WEEKDAY_TRACKS[weekday]; *t >= 0; t++) {
      const int track = *t, session = held(p, track, weekday, wd0);
      if (session == -2) continue;
      int status = 1;
      offered++, offeredIn[week]++;
      if (!gone) {
        draw(p, day, MEETING_PURPOSE[track]);
        const int sum = M_attendance[type] + TERM(M_attendance_0, week) + TERM(M_attendance_1, p->absentRun) +
                        M_attendance_2[use] + TERM(M_attendance_3, weekday);
        status = BELOW(p->x, sum) ? 0 : BELOW(p->y, M_excused[type]) ? 2 : 1;
        if (status == 0 && BELOW(p->y, M_homework[type])) homework[homeworks++] = track;
      }
      fact = 1;
      begin(p, day);
      emit(p, E_TRACKS + track * 5 + status);
      if (track == ERS) p->position[ERS]++, p->positionToday++;
      else if (track == FE) p->position[FE]++;
      if (status == 0) attended(p, track, session), came++, attendedIn[week]++, minutes += MINUTES[track];
      else if (status == 1) p->absentRun++, p->missedInPhase++, p->missedToday++, absent++;
      else excused++;
      after(p, status != 2);
    }
    for (int i = 0; i < homeworks; i++) {
      begin(p, day);
      emit(p, E_TRACKS + homework[i] * 5 + 4);
      after(p, 0);
    }
    if (!gone && (MUTUAL_MASK >> (day - ws) & 1)) {
      draw(p, day, P_MUTUAL);
      if (BELOW(p->x, M_mutualHelp[type])) {
        fact = 1;
        begin(p, day);
        emit(p, E_MUTUAL);
        p->mutual++;
        after(p, 0);
      }
    }
    for (int k = 0; k < 2; k++) {
      int *when = k == 0 ? &p->sign0 : &p->sign1;
      if (day < *when) continue;
      if (gone) {
        *when = day + 7;
        continue;
      }
      *when = NEVER, fact = 1;
      begin(p, day);
      emit(p, E_SIGN_OFFS + k);
      if (k == 0) p->signed0 = 1;
      else p->signed1 = 1;
      after(p, 0);
    }
    if (fact || day == ws || day >= p->advance) {
      if (!gate(p)) p->advance = NEVER;
      else if (p->advance == NEVER) p->advance = day + ADVANCE_AFTER;
      else if (day >= p->advance && (day >= p->advance + 6 || !(OPENS[p->phase] >> weekday & 1))) {
        begin(p, day);
        emit(p, E_ADVANCED + p->phase + 1);
        enterPhase(p, p->phase + 1);
        if (p->phase == GRADUATED) {
          out = GRADUATION;
          break;
        }
        while (dueDay(p, &which) <= p->today) begin(p, p->today), watch(p, 0, which);
      }
    }
    if (left >= 0 && day >= leaves) {
      out = left;
      break;
    }
    if (day >= p->decide) {
      p->decide = NEVER;
      if (p->attendance == DUE) {
        out = DROPPED_OUT;
        break;
      }
    }
    /* the next day on which something may happen, and what time does before it */
    for (;;) {
      int next = ws + 7;
      const int meets = MEETS[p->phase], own = (meets >> wd0 | meets << (7 - wd0)) & 127;
      const unsigned open = (unsigned)(visits | own) >> (day - ws + 1);
      if (open) next = day + 1 + __builtin_ctz(open);
      const int planned[5] = {p->contact, p->decide, p->advance, p->sign0, p->sign1};
      for (int i = 0; i < 5; i++)
        if (planned[i] < next) next = planned[i] > day ? planned[i] : day + 1;
      if (next > horizon) next = horizon;
      const int due = dueDay(p, &which);
      p->held = 0;
      const int waits = p->waits;
      const int ready = (!waits && wantsAttendance(p, 1, -1) >= 0) || wantsAbstinence(p) >= 0 ? p->today + 1 : NEVER;
      const int moment = due <= ready ? due : ready;
      if (moment > next) {
        day = next;
        break;
      }
      const int at = moment > p->today ? moment : p->today;
      begin(p, at);
      watch(p, 0, due <= ready ? which : -1);
      while (dueDay(p, &which) <= p->today) begin(p, p->today), watch(p, 0, which);
      day = at - 1;
    }
    if (day >= horizon) break;
  }
  if (out < 0) out = IN_TREATMENT;
  else endedIn[out][week + 1]++;
  const int columns[10] = {offered, came, absent, excused, minutes, results[0], results[1], results[2], longest, p->events};
  for (int i = 0; i < 10; i++) counts_[i][row] = columns[i];
  end_[row] = out, endDay_[row] = day, phase_[row] = p->phase;
  const int last[] = {out, day, p->phase, p->pe, p->attendance, p->attendanceSince, p->abstinence, p->abstinenceSince};
  for (int i = 0; i < COUNT(last); i++) p->h = (p->h ^ (uint32_t)last[i]) * 16777619u;
  hash_[row] = (int32_t)p->h;
}

int main(int argc, char **argv) {
  if (argc < 5) return 1;
  const uint32_t seed = (uint32_t)strtoul(argv[1], 0, 10);
  const int patients = atoi(argv[2]), horizon = atoi(argv[3]), rounds = atoi(argv[4]);
  for (int round = 0; round < rounds; round++) {
    uint32_t all = 2166136261u;
    const clock_t started = clock();
    for (int first = 0; first < patients; first += SHARD) {
      const int rows = patients - first < SHARD ? patients - first : SHARD;
      memset(entered_, 0xff, sizeof entered_);
      for (int r = 0; r < rows; r++) patient(seed, (uint32_t)(first + r), r, horizon);
      for (int r = 0; r < rows; r++) all = (all ^ (uint32_t)hash_[r]) * 16777619u;
    }
    printf("%u %.3f\n", all, (double)(clock() - started) * 1000 / CLOCKS_PER_SEC);
  }
  return 0;
}
