import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Bench, Job, Outcome } from '../../../support/bench/bench';

/** One input that people have: items of a table, or the file of a calendar. */
export interface Probe {
	label: string;
	items?: IDataObject[];
	file?: string;
	/** A moment by the clock of Warsaw, unless it has an offset. */
	at: string;
	/** What a person expects, in words. */
	expect: string;
	params: INodeParameters;
}

interface Case {
	id: string;
	title: string;
	probes: Probe[];
}

export const folder = path.resolve(__dirname, '../../../../../shared/cases/rosters');

/** The cases that the folder beside this project holds; none where it is absent. */
export function readCases(): Case[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.sort()
		.filter((name) => existsSync(path.join(folder, name, 'spec.json')))
		.map((name) => JSON.parse(readFileSync(path.join(folder, name, 'spec.json'), 'utf8')) as Case);
}

/** A probe's key in the expectations: its case, its place in it, and its label. */
export const keyOf = ({ id }: Case, { label }: Probe, at: number): string => `${id} ${at + 1} ${label}`;

/** Runs *Get State Now* on the probe, in Warsaw's time zone. */
export async function runProbe(bench: Bench, { id }: Case, { items, file, at, params }: Probe): Promise<string[]> {
	const parameters: INodeParameters = {
		...{ operation: 'getStateNow', zone: 'Europe/Warsaw', evaluateAt: at },
		...(file !== undefined && { rosterFrom: 'calendar', calendarIn: 'file', calendarFile: 'data' }),
		...params,
	};
	const job: Job = { node: 'shiftSchedule', parameters, ...(items && { items }) };
	if (file !== undefined) {
		const data = readFileSync(path.join(folder, id, file)).toString('base64');
		Object.assign(job, {
			items: [{}],
			binary: [{ data: { data, mimeType: 'text/calendar', fileName: file } }],
		});
	}
	return told(await bench.run(job));
}

/** What people see: one line for each agent, the warnings above the output, or the error. */
function told({ out, error, hints }: Outcome): string[] {
	if (error) return [`refused: ${error.message}`];
	const warnings = hints.filter(({ type }) => type === 'warning').map(({ message }) => `warning: ${message}`);
	return [...out.map(({ json }) => rowText(json)), ...warnings.filter((text) => !text.includes('Evaluate At'))];
}

function rowText({ agentId, desiredState, since, until, layer, reason }: IDataObject): string {
	const time = (iso: unknown) => (typeof iso === 'string' ? iso.slice(0, 16) : '…');
	const why = layer === 'shift' || layer === 'default' || layer === 'break' ? '' : ` by ${textOf(layer)}`;
	const cause = reason ? ` (${textOf(reason)})` : '';
	return `${textOf(agentId)} ${textOf(desiredState)}${why}${cause} ${time(since)}..${time(until)}`;
}

const textOf = (cell: unknown): string => (typeof cell === 'string' ? cell : '');
