import { adapters } from '../../../nodes/AgentState/adapters';
import { pages } from '../../support/documents/reference';
import type { Recorder, Wired } from '../../support/pack/recorder';
import { withState } from '../../support/pack/vendors';
import { CANARY } from './traps';

/** Every text that stands in some value, such as the parameters of an operation. */
export function textsIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [String(value)];
	return Object.values(value).flatMap(textsIn);
}

/**
 * Keeps what the service puts into its answers from now on.
 *
 * @param isAboutStates whether its records tell states
 */
export function keepTold(recorder: Recorder, told: Set<string>, isAboutStates: boolean): void {
	const { reply: usual } = recorder;
	const reply = isAboutStates ? withState(usual) : usual;
	recorder.reply = (request) => {
		const answer = reply(request);
		textsIn(answer.body).forEach((text) => told.add(text));
		return answer;
	};
}

/** A path of the documentation: literal segments, and places that are named in curly brackets. */
type Template = Array<{ literal: string } | { place: string }>;

/** All paths that the sources name, whatever they are for: requests, lists, checks, agents, history, work. */
export function templates(): Template[] {
	const found = new Set<string>();
	const seen = new Set<unknown>();
	const visit = (value: unknown): void => {
		if (typeof value === 'string' && /^\/[\w.]+[/[]/.test(value) && !value.includes('://'))
			variantsOf(value).forEach((one) => found.add(one));
		if (typeof value !== 'object' || value === null || seen.has(value)) return;
		seen.add(value);
		Object.values(value).forEach(visit);
	};
	visit([pages.map(([, definition]) => definition), adapters]);
	return [...found].map((path) =>
		path.split('/').map((segment) => {
			const place = /^\{(\w+)\}$/.exec(segment)?.[1];
			return place === undefined ? { literal: segment } : { place };
		}),
	);
}

/** With and without each part in square brackets. */
function variantsOf(path: string): string[] {
	const part = /\[([^[\]]*)\]/.exec(path);
	if (!part) return [path];
	return ['', part[1] ?? ''].flatMap((instead) => variantsOf(path.replace(part[0], instead)));
}

/** A segment as RFC 3986 has it. */
const SEGMENT = /^(?:[\w.~!$&'()*+,;=:@-]|%[0-9A-F]{2})+$/;

/** What stands in the places of a path; `undefined` where the path is not the template's. */
function placesIn(template: Template, segments: string[]): Map<string, string> | undefined {
	const places = new Map<string, string>();
	// Before it stand the product and what else the credential's address has.
	const before = segments.length - template.length + 1;
	if (before < 1) return undefined;
	for (const [at, part] of template.slice(1).entries()) {
		const segment = segments[before + at] ?? '';
		if ('literal' in part) {
			if (part.literal !== segment) return undefined;
		} else {
			if (!SEGMENT.test(segment) || /^\.\.?$/.test(segment)) return undefined;
			places.set(part.place, decodeURIComponent(segment));
		}
	}
	return segments.slice(1, before).every((one) => PREFIX.test(one)) ? places : undefined;
}

/** What stands before the paths of a service: Twilio's products, each at an address of its own. */
const PREFIX = /^(taskrouter|conversations|frontline-api)$/;

/** What is wrong with the requests of a run: with their hosts, paths, queries, bodies and headers. */
export function strayIn(
	recorder: Recorder,
	isNamed: (place: string, value: string) => boolean,
	paths = templates(),
): string[] {
	const host = new URL(recorder.url).host;
	return recorder.seen.flatMap((request) => {
		const { method, path, headers } = request;
		const told = (what: string) => [`${what}: ${method} ${path.slice(0, 300)}`];
		if (headers.host !== host) return told(`host ${String(headers.host)}`);
		const [pathname = '', query = '', ...more] = path.split('?');
		if (more.length > 0 || path.includes('#')) return told('two queries');
		const fits = paths.flatMap((template) => placesIn(template, pathname.split('/')) ?? []);
		if (fits.length === 0) return told('no such path');
		if (!fits.some((places) => [...places].every(([place, value]) => isNamed(place, value))))
			return told('another record');
		const keys = [...new URLSearchParams(query).keys(), ...keysOf(request)];
		if (keys.some((key) => key.toLowerCase().includes(CANARY))) return told('a field of its own');
		const lines = Object.entries(headers).filter(([name, text]) => name !== 'host' && !isVersion(name, text));
		return lines.some((line) => line.join(':').toLowerCase().includes(CANARY)) ? told('a header') : [];
	});
}

/** The one header that a field fills: the documented If-Match, in visible ASCII. */
const isVersion = (name: string, text: string | string[] | undefined): boolean =>
	name === 'if-match' && typeof text === 'string' && /^[!-~]+$/.test(text);

function keysOf({ body, headers }: Wired): string[] {
	if (body === '') return [];
	if (!headers['content-type']?.startsWith('application/json')) return [...new URLSearchParams(body).keys()];
	return Object.keys(JSON.parse(body) as object);
}
