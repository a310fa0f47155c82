/**
 * The tests that mutants meet, in one file: every mutant is a jest run of its own, and most of its time goes into loading
 * files. Without processZone.test.ts, whose processes know nothing of mutants, and without oracles.test.ts, which draws its
 * cases: a table that names the case has to notice, not luck.
 */
import '../unit/ShiftSchedule/model/roster/cells.test';
import '../unit/ShiftSchedule/model/answers/check.test';
import '../unit/ShiftSchedule/model/ics/import.test';
import '../unit/ShiftSchedule/model/ics/rows.test';
import '../unit/ShiftSchedule/model/properties.test';
import '../unit/ShiftSchedule/model/roster/roster.test';
import '../unit/ShiftSchedule/model/shifts.test';
import '../unit/ShiftSchedule/model/calendar/zone.test';
