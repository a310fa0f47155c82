/**
 * The tests that mutants meet, in one file: every mutant is a jest run of its own, and most of its time goes into loading
 * files. Without processZone.test.ts, whose processes know nothing of mutants, without windowsZones.file.test.ts, which reads a
 * source, and without oracles.test.ts, which draws its cases: a table that names the case has to notice, not luck.
 */
import '../unit/ShiftSchedule/model/answers/check.test';
import '../unit/ShiftSchedule/model/answers/coverage.test';
import '../unit/ShiftSchedule/model/answers/overlaps.test';
import '../unit/ShiftSchedule/model/answers/stateAt.test';
import '../unit/ShiftSchedule/model/answers/timeline.test';
import '../unit/ShiftSchedule/model/answers/unreachable.test';
import '../unit/ShiftSchedule/model/calendar/occurrence.test';
import '../unit/ShiftSchedule/model/calendar/zone.test';
import '../unit/ShiftSchedule/model/ics/import.test';
import '../unit/ShiftSchedule/model/ics/rows.test';
import '../unit/ShiftSchedule/model/calendar/windowsZones.test';
import '../unit/ShiftSchedule/model/properties.test';
import '../unit/ShiftSchedule/model/roster/date.test';
import '../unit/ShiftSchedule/model/roster/days.test';
import '../unit/ShiftSchedule/model/roster/roster.test';
import '../unit/ShiftSchedule/model/roster/times.test';
import '../unit/ShiftSchedule/model/schedule/assignments.test';
import '../unit/ShiftSchedule/model/schedule/break.test';
import '../unit/ShiftSchedule/model/schedule/layers.test';
import '../unit/ShiftSchedule/model/schedule/precedence.test';
import '../unit/ShiftSchedule/model/schedule/shift.test';
import '../unit/ShiftSchedule/model/schedule/work.test';
