/**
 * The tests that mutants meet, in one file: every mutant is a jest run of its own, and most of its time goes into loading
 * files. Without processZone.test.ts, whose processes know nothing of mutants, and without oracles.test.ts, which draws its
 * cases: a table that names the case has to notice, not luck.
 */
import '../ShiftSchedule/model/cells.test';
import '../ShiftSchedule/model/check.test';
import '../ShiftSchedule/model/ics.test';
import '../ShiftSchedule/model/icsRows.test';
import '../ShiftSchedule/model/properties.test';
import '../ShiftSchedule/model/roster.test';
import '../ShiftSchedule/model/shifts.test';
import '../ShiftSchedule/model/zone.test';
