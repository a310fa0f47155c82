import type { IExecuteFunctions } from 'n8n-workflow';
import { createZoneClock, MS_A_MINUTE, type Instant, type ZoneClock } from '../../ShiftSchedule/model/calendar/zone';
import { zoneNamed } from '../../ShiftSchedule/model/calendar/zoneName';
import { momentOf } from '../../shared/n8n/dateTime';
import { readNames, readText, readTexts } from '../../shared/n8n/parameters';
import { readZone } from '../../shared/n8n/timeZone';
import { isRecord } from '../../shared/values/record';
import { fold, inQuotes, textOf } from '../../shared/values/text';
import { exceptionKinds, type ExceptionKind, type Tolerances } from '../model/comparison/kinds';
import { commonStates, createStateComparer, type StateComparer } from '../model/comparison/stateRules';
import { actualColumns } from '../model/rows/actualRows';
import { kindNames } from './kindNames';

/** What every operation needs from the form. */
export interface AdherenceSettings {
	clock: ZoneClock;
	now: Instant;
	/** Whether `now` is the real time, and not one that the form names. */
	isLive: boolean;
	comparer: StateComparer;
	tolerances: Tolerances;
	hasExcused: boolean;
	/** Whether words are neutral, so that rows have a column for it. */
	hasNeutral: boolean;
	teamColumn: string;
	columns: Partial<Record<string, string>>;
}

/** @throws Error that names the field, when it holds what it cannot hold */
export function readAdherenceSettings(context: IExecuteFunctions): AdherenceSettings {
	const zone = zoneNamed(readZone(context));
	if (zone.kind === 'problem') throw new Error(`Time zone: ${zone.problem}`);
	const given: unknown = context.getNodeParameter('evaluateAt', 0, '');
	const isLive = given === '' || given === null || given === undefined;
	const now = isLive ? Date.now() : momentOf(given, zone.value);
	if (now === undefined) throw new Error("'Evaluate At' must be a date and time, such as 2026-11-24T09:00");
	const neutral = readNames(context, 'neutral');
	const work = readTexts(context, 'workStates');
	return {
		...{ clock: createZoneClock(zone.value), now, isLive, tolerances: readTolerances(context) },
		comparer: createStateComparer({
			...{ groups: readGroups(context), neutral },
			work: commonStates.filter((state) => work.includes(state)),
		}),
		hasExcused: context.getNodeParameter('hasExcused', 0, false) === true,
		hasNeutral: neutral.length > 0,
		teamColumn: readText(context, 'teamColumn'),
		columns: readColumns(context),
	};
}

/** The kinds that the form names. */
export function readKinds(context: IExecuteFunctions): Set<ExceptionKind> {
	const given = readTexts(context, 'kinds');
	const unknown = given.find((kind) => !exceptionKinds.some((one) => one === kind));
	if (unknown === undefined) return new Set(exceptionKinds.filter((kind) => given.includes(kind)));
	throw new Error(`'Kinds' has ${inQuotes(unknown)}. It must be one of: ${exceptionKinds.join(', ')}`);
}

function readTolerances(context: IExecuteFunctions): Tolerances {
	const usual = minutesOf(context.getNodeParameter('tolerance', 0, 5), 'Tolerance (Minutes)');
	const own = recordOfField(context, 'tolerances');
	const entries = exceptionKinds.map((kind) => {
		const minutes =
			kind in own ? minutesOf(own[kind], `Other Tolerances (Minutes), ${kindNames[kind].name}`) : usual;
		return [kind, minutes * MS_A_MINUTE] as const;
	});
	return Object.fromEntries(entries) as Tolerances;
}

function minutesOf(given: unknown, label: string): number {
	const minutes = typeof given === 'string' && given.trim() === '' ? NaN : Number(given ?? NaN);
	if (Number.isFinite(minutes) && minutes >= 0) return minutes;
	throw new Error(`'${label}' must be a number of minutes, 0 or more`);
}

function readGroups(context: IExecuteFunctions): string[][] {
	const { group } = recordOfField(context, 'sameStates');
	const groups = (Array.isArray(group) ? group : []).filter(isRecord).map(({ words }) => textOf(words));
	return groups.map((text) => {
		const words = text
			.split(/[,;\n]/)
			.map((word) => word.trim())
			.filter(Boolean);
		if (words.length > 1 && words.some((word) => commonStates.some((state) => state === fold(word)))) return words;
		throw new Error(
			`'States That Count as the Same' has the group ${inQuotes(text)}. A group needs two words or more, and one of them must be available, busy, break or offline`,
		);
	});
}

function readColumns(context: IExecuteFunctions): Partial<Record<string, string>> {
	const given = recordOfField(context, 'columns');
	return Object.fromEntries(actualColumns.map((name) => [name, textOf(given[name])]));
}

function recordOfField(context: IExecuteFunctions, name: string): Record<string, unknown> {
	const given: unknown = context.getNodeParameter(name, 0, {});
	return isRecord(given) ? given : {};
}
